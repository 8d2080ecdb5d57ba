'use client'
import {
  Ellipsis,
  MessagesSquare,
  Pencil,
  Pin,
  PinOff,
  Reply,
  SmilePlus,
  Trash2,
} from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import type { MessageView } from '@/contracts/realtime'
import { useMessageActions } from './message-actions'

/** What one can do with the message under the pointer or the focus. */
export function MessageToolbar({ message }: { message: MessageView }) {
  const actions = useMessageActions()
  const { inMain } = actions
  return (
    <div
      role="toolbar"
      aria-label="Message actions"
      className="absolute -top-4 right-3 z-10 flex rounded-s border border-line bg-surface pointer-coarse:hidden"
    >
      <IconButton
        label="React"
        onClick={(event) => actions.openMenu({ message, anchor: event.currentTarget, full: false })}
      >
        <SmilePlus aria-hidden className="size-4" />
      </IconButton>
      <IconButton label="Reply" onClick={() => actions.reply(message)}>
        <Reply aria-hidden className="size-4" />
      </IconButton>
      {inMain && (
        <IconButton label="Reply in thread" onClick={() => inMain.openThread(message)}>
          <MessagesSquare aria-hidden className="size-4" />
        </IconButton>
      )}
      <IconButton
        label={actions.isPinned(message) ? 'Unpin' : 'Pin'}
        onClick={() => actions.togglePin(message)}
      >
        {actions.isPinned(message) ? (
          <PinOff aria-hidden className="size-4" />
        ) : (
          <Pin aria-hidden className="size-4" />
        )}
      </IconButton>
      {actions.mayEdit(message) && (
        <IconButton label="Edit" onClick={() => actions.edit(message)}>
          <Pencil aria-hidden className="size-4" />
        </IconButton>
      )}
      <IconButton
        label="More actions"
        onClick={(event) => actions.openMenu({ message, anchor: event.currentTarget, full: true })}
      >
        <Ellipsis aria-hidden className="size-4" />
      </IconButton>
      {actions.mayDelete(message) && (
        <IconButton label="Delete" onClick={() => actions.remove(message)}>
          <Trash2 aria-hidden className="size-4" />
        </IconButton>
      )}
    </div>
  )
}
