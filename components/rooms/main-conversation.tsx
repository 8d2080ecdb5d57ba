'use client'
import { useEffect, useRef, useState } from 'react'
import { DropZone } from '@/components/attachments/drop-zone'
import { useChatSide } from './chat-side'
import type { CodeQuote } from './code-quote'
import { Composer } from './composer'
import { ConversationDialogs } from './conversation-dialogs'
import { DateJump } from './date-jump'
import { MessageActionsProvider } from './message-actions'
import { MessageList } from './message-list'
import { useRoomStore, useRoomView } from './room-context'
import { useRoomPlaces } from './room-places'
import { SearchPanel } from './search-panel'
import { TypingLine } from './typing-line'
import { useAddFiles } from './use-add-files'
import { useConversation } from './use-conversation'
import { useGoTo } from './use-go-to'
import { useMessageSearch } from './use-message-search'

/** The room's main list, with a composer under it and the search over it. */
export function MainConversation({
  title,
  moderates,
  covered,
}: {
  title: string
  moderates: boolean
  /** Something else stands in its place. */
  covered: boolean
}) {
  const store = useRoomStore()
  const joining = useRoomView().phase === 'joining'
  const composer = useRef<HTMLTextAreaElement>(null)
  const talk = useConversation(composer, null, moderates)
  const [searching, setSearching] = useState(false)
  const search = useMessageSearch()
  const addFiles = useAddFiles(composer, null)
  const [quote, setQuote] = useState<CodeQuote | null>(null)
  const { place, done } = useRoomPlaces()
  const { uncover } = useChatSide()
  const goTo = useGoTo()
  useEffect(() => {
    if (!place || !('message' in place || 'search' in place || 'quote' in place)) return
    // A page that has just been opened by a link has no connection yet.
    if (joining && 'message' in place && !store.has(place.message)) return
    done()
    setSearching('search' in place)
    if ('message' in place) return void goTo({ aroundId: place.message })
    uncover()
    if ('quote' in place) setQuote(place.quote)
  }, [store, joining, place, done, goTo, uncover])

  async function editLast() {
    if (await store.toLatest()) talk.editLast(store.getView().messages)
  }
  return (
    <MessageActionsProvider value={talk.actions}>
      <DropZone
        onFiles={(files) => {
          setSearching(false)
          addFiles(files)
        }}
      >
        <div inert={searching} className="flex min-h-0 flex-1 flex-col">
          <MessageList
            title={title}
            editing={talk.editing}
            menuFor={talk.menu?.message.id ?? null}
            covered={covered}
            toComposer={() => composer.current?.focus()}
          />
          <TypingLine />
          <Composer
            label={`Message ${title}`}
            draft={store.drafts.main}
            area={composer}
            quote={quote}
            replyTo={talk.replyTo}
            onReplyTo={talk.setReplyTo}
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
              void goTo({ aroundId: messageId })
            }}
          />
        )}
      </DropZone>
      <ConversationDialogs talk={talk} />
      <DateJump
        target={talk.dates}
        onGo={(to) => void goTo(to)}
        onClose={() => talk.setDates(null)}
      />
    </MessageActionsProvider>
  )
}
