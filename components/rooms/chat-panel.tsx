'use client'
import { useMemo, useRef, useState } from 'react'
import { DropZone } from '@/components/attachments/drop-zone'
import { toast } from '@/components/ui/toast'
import { type MessageView, messageExcerpt } from '@/contracts/realtime'
import { Composer } from './composer'
import { copyText } from './copy-text'
import { DeleteDialog } from './delete-dialog'
import {
  type MessageActions,
  MessageActionsProvider,
  type MessageMenuTarget,
} from './message-actions'
import { MessageList } from './message-list'
import { MessageMenu } from './message-menu'
import { revealMessage } from './reveal-message'
import { useRoomStore, useRoomView } from './room-context'
import { TypingLine } from './typing-line'

/** The room's conversation and what can be done in it. */
export function ChatPanel({ title }: { title: string }) {
  const store = useRoomStore()
  const { people } = useRoomView()
  const composer = useRef<HTMLTextAreaElement>(null)
  const [replyTo, setReplyTo] = useState<MessageView['replyTo']>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [deleting, setDeleting] = useState<MessageView | null>(null)
  const [menu, setMenu] = useState<MessageMenuTarget | null>(null)
  const role = people.find((one) => one.id === store.me.id)?.role

  const actions = useMemo<MessageActions>(() => {
    const toComposer = () => composer.current?.focus()
    const own = (message: MessageView) => message.author.id === store.me.id
    return {
      reply(message) {
        const { id, author, body } = message
        setReplyTo({ id, authorName: author.name, excerpt: messageExcerpt(body) })
        // After a menu has given the focus back to its message.
        requestAnimationFrame(toComposer)
      },
      edit: (message) => setEditing(message.id),
      stopEditing() {
        setEditing(null)
        toComposer()
      },
      askDelete: setDeleting,
      async copy(message) {
        if (await copyText(message.body)) toast('Copied.')
        else toast('This browser does not let pages copy.', 'Select the text and copy it yourself.')
      },
      openMenu: setMenu,
      async reveal(messageId) {
        if (!(await revealMessage(store, messageId)))
          toast('This message could not be reached.', 'Check your connection and try again.')
      },
      mayEdit: own,
      // What the server allows is decided there; this only hides what it would refuse.
      mayDelete: (message) => own(message) || role === 'owner' || role === 'maintainer',
    }
  }, [store, role])

  function editLast() {
    const last = store
      .getView()
      .messages.findLast((one) => one.author.id === store.me.id && !one.deleted)
    if (last) setEditing(last.id)
  }

  function addFiles(files: File[]) {
    const problem = files.length > 0 ? store.uploads.add(files) : undefined
    if (problem) toast('Not all files were added.', problem)
    composer.current?.focus()
  }

  return (
    <MessageActionsProvider value={actions}>
      <DropZone onFiles={addFiles}>
        <MessageList
          title={title}
          editing={editing}
          menuFor={menu?.message.id ?? null}
          toComposer={() => composer.current?.focus()}
        />
        <TypingLine />
        <Composer
          title={title}
          area={composer}
          replyTo={replyTo}
          onReplyTo={setReplyTo}
          onEditLast={editLast}
          onFiles={addFiles}
        />
      </DropZone>
      <MessageMenu target={menu} onClose={() => setMenu(null)} />
      <DeleteDialog
        message={deleting}
        onDone={() => {
          setDeleting(null)
          requestAnimationFrame(() => composer.current?.focus())
        }}
      />
    </MessageActionsProvider>
  )
}
