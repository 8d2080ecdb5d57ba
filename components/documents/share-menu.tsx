'use client'
import { Share } from 'lucide-react'
import { copyText } from '@/components/rooms/copy-text'
import { useRoomStore } from '@/components/rooms/room-context'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast-queue'
import type { DocumentView } from '@/contracts/documents'
import { roomLink, writeLines } from '@/contracts/room-links'
import { useEditorAtHand } from './editor-at-hand'
import { sharedLines } from './shared-lines'
import { useShareLines } from './use-share-lines'

/** Shares what is selected in the editor, or the line of the caret. */
export function ShareMenu({ file }: { file: DocumentView }) {
  const { roomId } = useRoomStore()
  const [view] = useEditorAtHand()
  const share = useShareLines(file, view)
  async function copyLink() {
    if (!view) return
    const line = writeLines(sharedLines(view.state))
    const { origin } = window.location
    if (await copyText(origin + roomLink(roomId, { file: file.id, line })))
      toast('Link copied.', 'It opens these lines for everybody in the room.')
    else toast('This browser does not let pages copy.')
  }
  if (!view) return null
  return (
    <Menu
      trigger={
        <IconButton label="Share these lines" className="shrink-0 self-center">
          <Share aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuItem onClick={share}>Share in chat</MenuItem>
      <MenuItem onClick={() => void copyLink()}>Copy link to line</MenuItem>
    </Menu>
  )
}
