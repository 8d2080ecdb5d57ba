import type { Metadata } from 'next'
import { requireActor } from '@/app/session'
import { endOneSession, endOtherSessions, signOutEverywhere } from '@/app/settings/actions'
import { SessionList } from '@/components/accounts/session-list'
import { SettingsFrame } from '@/components/accounts/settings-frame'
import { listSessions } from '@/domain/accounts/list-sessions'

export const metadata: Metadata = { title: 'Sessions' }

export default async function SessionsPage() {
  const sessions = await listSessions(await requireActor())
  return (
    <SettingsFrame
      current="sessions"
      lead="Where you are signed in. If you do not know one of these devices, sign it out."
    >
      <SessionList
        sessions={sessions}
        end={endOneSession}
        endOthers={endOtherSessions}
        endAll={signOutEverywhere}
      />
    </SettingsFrame>
  )
}
