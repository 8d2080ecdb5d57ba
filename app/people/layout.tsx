import type { ReactNode } from 'react'
import { requireActor } from '@/app/session'

/** Asked here because a loading state is sent with status 200, which leaves no way to redirect. */
export default async function PeopleLayout({ children }: { children: ReactNode }) {
  await requireActor()
  return children
}
