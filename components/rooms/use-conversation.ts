'use client'
import { type RefObject, useMemo, useState } from 'react'
import { v4 as uuid } from 'uuid'
import { setReminderOrTell } from '@/components/reminders/set-reminder'
import { toast } from '@/components/ui/toast'
import type { MessageView } from '@/contracts/realtime'
import { roomLink } from '@/contracts/room-links'
import { useChatSide } from './chat-side'
import { copyText } from './copy-text'
import type { DateMenuTarget } from './date-jump'
import { goToFirstUnread, showMessage } from './go-to-message'
import type { MessageActions, MessageMenuTarget } from './message-actions'
import { quoteOf } from './quote-of'
import { useRoomStore, useRoomView } from './room-context'
import { tellIfLost, useGoTo } from './use-go-to'

/**
 * What is going on in one list of messages with a composer under it, and what can be done there.
 * @param threadId the thread that the list shows; null for the main list
 * @param moderates whether its reader keeps order in the room
 */
export function useConversation(
  composer: RefObject<HTMLTextAreaElement | null>,
  threadId: string | null,
  moderates: boolean,
) {
  const store = useRoomStore()
  const { pins } = useRoomView()
  const { open } = useChatSide()
  const goTo = useGoTo()
  const [replyTo, setReplyTo] = useState<MessageView['replyTo']>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [versionsOf, setVersionsOf] = useState<MessageView | null>(null)
  const [reporting, setReporting] = useState<MessageView | null>(null)
  const [reminding, setReminding] = useState<MessageView | null>(null)
  const [muting, setMuting] = useState<MessageView | null>(null)
  const [menu, setMenu] = useState<MessageMenuTarget | null>(null)
  const [dates, setDates] = useState<DateMenuTarget | null>(null)

  const actions = useMemo<MessageActions>(() => {
    const toComposer = () => composer.current?.focus()
    const own = (message: MessageView) => message.author.id === store.me.id
    const isPinned = ({ id }: MessageView) => pins.some((one) => one.messageId === id)
    return {
      reply(message) {
        setReplyTo(quoteOf(message))
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
      async copyLink(message) {
        const { origin } = window.location
        if (await copyText(origin + roomLink(store.roomId, { message: message.id })))
          toast('Link copied.', 'It opens this message for everybody in the room.')
        else toast('This browser does not let pages copy.')
      },
      remind(message, due) {
        if (due === null) return setReminding(message)
        const { transport, roomId } = store
        const asked = { reminderId: uuid(), roomId, messageId: message.id, note: '', due }
        void setReminderOrTell(transport, asked)
      },
      reveal(messageId) {
        if (!threadId || !showMessage(messageId)) void goTo({ aroundId: messageId })
      },
      goToUnread: () => void goToFirstUnread(store).then(tellIfLost),
      inMain: threadId
        ? undefined
        : {
            openThread: ({ id }) => open({ kind: 'thread', threadId: id }),
            openDates: setDates,
            async markUnread(message) {
              const problem = await store.markUnread(message.id)
              if (problem) toast('It was not marked unread.', problem)
            },
          },
      mayEdit: own,
      // What the server allows is decided there; this only hides what it would refuse.
      mayDelete: (message) => own(message) || moderates,
      mayClosePoll: (message) => own(message) || moderates,
      report: setReporting,
      mute: setMuting,
      mayReport: (message) => !own(message),
      mayMute: (message) => moderates && !own(message),
      isPinned,
    }
  }, [store, moderates, pins, open, goTo, composer, threadId])

  /** Edits one's newest message of a list. */
  function editLast(messages: MessageView[]) {
    const last = messages.findLast((one) => one.author.id === store.me.id && !one.deleted)
    if (last) setEditing(last.id)
  }
  return {
    ...{ actions, editLast, editing, replyTo, setReplyTo, dates, setDates },
    ...{ menu, setMenu, versionsOf, setVersionsOf, reporting, setReporting, muting, setMuting },
    ...{ reminding, setReminding },
  }
}
