import type { PersonView } from '@/contracts/people'
import { findStep } from '@/domain/roadmap/find-step'

/** What a direct room is called once the other account is gone. */
export const goneName = 'Somebody who left Prajix'

/** What a room is called: its project, its step, or the other person of it. */
export function titleOf(room: {
  project_title: string | null
  step_id: string | null
  person: Pick<PersonView, 'name'> | null
}): string {
  const step = room.step_id ? findStep(room.step_id)?.step : undefined
  return room.project_title ?? step?.title ?? room.person?.name ?? goneName
}
