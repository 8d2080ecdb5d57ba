'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { DropZone } from '@/components/attachments/drop-zone'
import { toast } from '@/components/ui/toast'
import type { MessageView } from '@/contracts/realtime'
import { roomLink } from '@/contracts/room-links'
import type { RoomPage } from '@/contracts/views'
import { Composer } from './composer'
import { copyText } from './copy-text'
import { DateJump, type DateMenuTarget } from './date-jump'
import { DeleteDialog } from './delete-dialog'
import { goToFirstUnread, goToMessage } from './go-to-message'
import {
  type MessageActions,
  MessageActionsProvider,
  type MessageMenuTarget,
} from './message-actions'
import { MessageList } from './message-list'
import { MessageMenu } from './message-menu'
import type { Jumped } from './message-range'
import { MuteDialog } from './mute-dialog'
import { quoteOf } from './quote-of'
import { ReportDialog } from './report-dialog'
import { useRoomStore } from './room-context'
import { useRoomPlaces } from './room-places'
import { SearchPanel } from './search-panel'
import { TypingLine } from './typing-line'
import { useAddFiles } from './use-add-files'
import { useMessageSearch } from './use-message-search'

function tellIfLost(jumped: Jumped) {
  if (jumped === 'gone') toast('This message is not here any more.')
  else if (jumped === 'failed')
    toast('This message could not be reached.', 'Check your connection and try again.')
}

/** The room's conversation and what can be done in it. */
export function ChatPanel({ page }: { page: RoomPage }) {
  const { title, viewer } = page
  const { moderates } = viewer
  const store = useRoomStore()
  const composer = useRef<HTMLTextAreaElement>(null)
  const [replyTo, setReplyTo] = useState<MessageView['replyTo']>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [deleting, setDeleting] = useState<MessageView | null>(null)
  const [reporting, setReporting] = useState<MessageView | null>(null)
  const [muting, setMuting] = useState<MessageView | null>(null)
  const [menu, setMenu] = useState<MessageMenuTarget | null>(null)
  const [dates, setDates] = useState<DateMenuTarget | null>(null)
  const [searching, setSearching] = useState(false)
  const search = useMessageSearch()
  const addFiles = useAddFiles(composer)
  const { place, done } = useRoomPlaces()
  useEffect(() => {
    if (!place || !('message' in place || 'search' in place)) return
    done()
    if ('search' in place) return setSearching(true)
    setSearching(false)
    void goToMessage(store, { aroundId: place.message }).then(tellIfLost)
  }, [store, place, done])

  const actions = useMemo<MessageActions>(() => {
    const toComposer = () => composer.current?.focus()
    const own = (message: MessageView) => message.author.id === store.me.id
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
      askDelete: setDeleting,
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
      async markUnread(message) {
        const problem = await store.markUnread(message.id)
        if (problem) toast('It was not marked unread.', problem)
      },
      reveal: (messageId) => void goToMessage(store, { aroundId: messageId }).then(tellIfLost),
      goToUnread: () => void goToFirstUnread(store).then(tellIfLost),
      openDates: setDates,
      mayEdit: own,
      // What the server allows is decided there; this only hides what it would refuse.
      mayDelete: (message) => own(message) || moderates,
      report: setReporting,
      mute: setMuting,
      mayReport: (message) => !own(message),
      mayMute: (message) => moderates && !own(message),
    }
  }, [store, moderates])

  async function editLast() {
    if (!(await store.toLatest())) return
    const last = store
      .getView()
      .messages.findLast((one) => one.author.id === store.me.id && !one.deleted)
    if (last) setEditing(last.id)
  }

  return (
    <MessageActionsProvider value={actions}>
      <DropZone
        onFiles={(files) => {
          setSearching(false)
          addFiles(files)
        }}
      >
        <div inert={searching} className="flex min-h-0 flex-1 flex-col">
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
            onEditLast={() => void editLast()}
            onFiles={addFiles}
          />
        </div>
        {searching && (
          <SearchPanel
            search={search}
            onClose={() => {
              setSearching(false)
              requestAnimationFrame(() => composer.current?.focus())
            }}
            onGo={(messageId) => {
              setSearching(false)
              actions.reveal(messageId)
            }}
          />
        )}
      </DropZone>
      <MessageMenu target={menu} onClose={() => setMenu(null)} />
      <ReportDialog message={reporting} onDone={() => setReporting(null)} />
      <MuteDialog message={muting} onDone={() => setMuting(null)} />
      <DateJump
        target={dates}
        onGo={(to) => void goToMessage(store, to).then(tellIfLost)}
        onClose={() => setDates(null)}
      />
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
