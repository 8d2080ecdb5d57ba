import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { requireActor } from '@/app/session'
import { countSkillProposals } from '@/domain/skills/count-skill-proposals'

/** Asked here because a loading state is sent with status 200, which leaves no way to say 404. */
export default async function ModerationLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  if ((await countSkillProposals(actor)) === null) notFound()
  return children
}
