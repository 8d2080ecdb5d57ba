'use client'
import { type RefObject, useEffect, useState } from 'react'
import { maximumMessageLength } from '@/contracts/inputs'
import type { MessageView } from '@/contracts/realtime'
import { type CodeQuote, quoteMessage } from './code-quote'
import type { DraftKeeper } from './draft'
import { useRoomStore } from './room-context'

type ReplyTo = MessageView['replyTo']

/**
 * What stands in a composer, kept by its draft.
 * @param quote code that comes below it
 */
export function useDraftText(
  area: RefObject<HTMLTextAreaElement | null>,
  draft: DraftKeeper,
  replyTo: ReplyTo,
  onReplyTo: (replyTo: ReplyTo) => void,
  quote: CodeQuote | null,
) {
  const { roomId } = useRoomStore()
  const [body, setBody] = useState('')
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const begun = draft.open((arrived) => {
      // Nothing is overwritten under somebody's hands.
      if (area.current && document.activeElement === area.current) return false
      setBody(arrived.body)
      onReplyTo(arrived.replyTo)
      return true
    })
    // Someone quick may have typed before the page came alive.
    setBody((typed) => typed || area.current?.value || begun.body)
    if (begun.replyTo) onReplyTo(begun.replyTo)
    setReady(true)
    // A closed tab cannot be asked any more.
    const leaving = () => void (document.hidden && draft.save())
    document.addEventListener('visibilitychange', leaving)
    return () => document.removeEventListener('visibilitychange', leaving)
  }, [draft, onReplyTo, area])
  useEffect(() => {
    if (ready) draft.change({ body, replyTo })
  }, [draft, ready, body, replyTo])
  useEffect(() => {
    if (!quote) return
    setBody((before) => {
      const above = before.trim() === '' ? '' : `${before.trimEnd()}\n\n`
      const room = maximumMessageLength - above.length - 1
      return `${above}${quoteMessage(roomId, quote, room)}\n`
    })
    requestAnimationFrame(() => {
      if (!area.current) return
      area.current.focus()
      area.current.setSelectionRange(area.current.value.length, area.current.value.length)
      area.current.scrollTop = area.current.scrollHeight
    })
  }, [roomId, quote, area])
  return [body, setBody] as const
}
