import type { ReactNode } from 'react'
import { requireActor } from '@/app/session'

/**
 * Asks before the loading state is sent: once a page has begun to stream, it could send nobody away but
 * by a script. Every page asks again, for a layout does not run on each visit.
 */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await requireActor()
  return children
}
