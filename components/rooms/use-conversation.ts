'use client'
import { type RefObject, useMemo, useState } from 'react'
import { toast } from '@/components/ui/toast'
import { type MessageView, messageExcerpt } from '@/contracts/realtime'
import { useChatSide } from './chat-side'
import { copyText } from './copy-text'
import type { MessageActions, MessageMenuTarget } from './message-actions'
import { revealMessage, showMessage } from './reveal-message'
import { useRoomStore, useRoomView } from './room-context'

/**
 * What is going on in one list of messages with a composer under it, and what can be done there.
 * @param threadId the thread that the list shows; null for the main list
 */
export function useConversation(
  composer: RefObject<HTMLTextAreaElement | null>,
  threadId: string | null,
) {
  const store = useRoomStore()
  const { people, pins } = useRoomView()
  const { open } = useChatSide()
  const [replyTo, setReplyTo] = useState<MessageView['replyTo']>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [versionsOf, setVersionsOf] = useState<MessageView | null>(null)
  const [menu, setMenu] = useState<MessageMenuTarget | null>(null)
  const role = people.find((one) => one.id === store.me.id)?.role

  const actions = useMemo<MessageActions>(() => {
    const toComposer = () => composer.current?.focus()
    const own = (message: MessageView) => message.author.id === store.me.id
    const isPinned = ({ id }: MessageView) => pins.some((one) => one.messageId === id)
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
      async remove(message) {
        requestAnimationFrame(toComposer)
        const problem = await store.remove(message.id)
        if (problem) return toast('The message was not deleted.', problem)
        const undo = async () => {
          const refusal = await store.restore(message)
          if (refusal) toast('The message did not come back.', refusal)
        }
        toast('Deleted', undefined, { label: 'Undo', run: () => void undo() })
      },
      openThread: threadId ? undefined : ({ id }) => open({ kind: 'thread', threadId: id }),
      showVersions: setVersionsOf,
      async togglePin(message) {
        const name = isPinned(message) ? 'message:unpin' : 'message:pin'
        const input = { roomId: store.roomId, messageId: message.id }
        const answer = await store.transport.request(name, input)
        if (!answer.ok) toast('The pin was not changed.', answer.message)
      },
      async copy(message) {
        if (await copyText(message.body)) toast('Copied.')
        else toast('This browser does not let pages copy.', 'Select the text and copy it yourself.')
      },
      openMenu: setMenu,
      async reveal(messageId) {
        if (threadId && showMessage(messageId)) return
        if (!(await revealMessage(store, messageId)))
          toast('This message could not be reached.', 'Check your connection and try again.')
      },
      mayEdit: own,
      // What the server allows is decided there; this only hides what it would refuse.
      mayDelete: (message) => own(message) || role === 'owner' || role === 'maintainer',
      isPinned,
    }
  }, [store, role, pins, open, composer, threadId])

  /** Edits one's newest message of a list. */
  function editLast(messages: MessageView[]) {
    const last = messages.findLast((one) => one.author.id === store.me.id && !one.deleted)
    if (last) setEditing(last.id)
  }
  return {
    ...{ actions, editLast, editing, menu, replyTo, versionsOf },
    ...{ setMenu, setReplyTo, setVersionsOf },
  }
}
