'use client'
import { X } from 'lucide-react'
import { useRoomView } from '@/components/rooms/room-context'
import { Button, IconButton } from '@/components/ui/button'
import { useMarksDesk } from './marks-context'
import { useMarkActions } from './use-mark-actions'

/** What was resolved here a moment ago, as long as it can be taken back. */
export function ResolvedStrip() {
  const { marks } = useRoomView()
  const { resolved, setResolved } = useMarksDesk()
  const actions = useMarkActions()
  // Reopened by somebody else: there is nothing to take back any more.
  const shown = resolved && !marks.some(({ id }) => id === resolved.id) ? resolved : null
  return (
    <div role="status" className="shrink-0">
      {shown && (
        <div className="flex items-center gap-2 border-t border-line bg-bg py-1 pr-1 pl-4 text-xs text-ink-2">
          <span className="min-w-0 flex-1 truncate" title={shown.body}>
            Resolved: {shown.body}
          </span>
          <Button size="s" onClick={() => void actions.reopen(shown)}>
            Reopen
          </Button>
          <IconButton label="Dismiss" onClick={() => setResolved(null)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      )}
    </div>
  )
}
