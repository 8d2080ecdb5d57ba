import { Avatar } from '@/components/ui/avatar'
import { StepMark } from '@/components/ui/step-mark'
import type { RoomSummary } from '@/contracts/views'

/** What tells a direct room and a step's room at a glance; a team's has its name alone. */
export function RoomSign({
  room,
  size = 'm',
}: {
  room: Pick<RoomSummary, 'person' | 'step'>
  size?: 'xs' | 'm'
}) {
  if (room.person) return <Avatar person={room.person} size={size} />
  return room.step ? <StepMark line={room.step.line} className="shrink-0" /> : null
}
