import { RemindDialog } from '@/components/reminders/remind-dialog'
import { MessageMenu } from './message-menu'
import { MuteDialog } from './mute-dialog'
import { ReportDialog } from './report-dialog'
import type { useConversation } from './use-conversation'
import { VersionsDialog } from './versions-dialog'

/** What opens over a list of messages. */
export function ConversationDialogs({ talk }: { talk: ReturnType<typeof useConversation> }) {
  return (
    <>
      <MessageMenu target={talk.menu} onClose={() => talk.setMenu(null)} />
      <VersionsDialog message={talk.versionsOf} onClose={() => talk.setVersionsOf(null)} />
      <ReportDialog message={talk.reporting} onDone={() => talk.setReporting(null)} />
      <RemindDialog message={talk.reminding} onDone={() => talk.setReminding(null)} />
      <MuteDialog message={talk.muting} onDone={() => talk.setMuting(null)} />
    </>
  )
}
