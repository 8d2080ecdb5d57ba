'use client'
import { useEffect, useState } from 'react'
import { type FoundMessages, parseMessageQuery } from '@/contracts/message-search'
import { useRoomStore } from './room-context'

/** Time to go on typing before the server is asked. */
const pause = 250

type Answer = FoundMessages & { query: string; problem: string | null }
const nothing = { messages: [], next: null, problem: null }

/** Searches the room while its reader types; what was found stays when the panel is closed. */
export function useMessageSearch() {
  const { transport, roomId } = useRoomStore()
  const [query, setQuery] = useState('')
  const [answer, setAnswer] = useState<Answer>({ ...nothing, query: '' })
  const [again, setAgain] = useState(0)
  const [loadingMore, setLoadingMore] = useState(false)
  const asked = query.trim()
  const parsed = asked ? parseMessageQuery(asked) : null
  // Half a filter is no mistake yet: what it lacks is said beside the field, and nothing is asked.
  const hint = typeof parsed === 'string' ? parsed : null
  const wanted = parsed && !hint ? asked : ''

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again on request
  useEffect(() => {
    if (!wanted) return setAnswer({ ...nothing, query: '' })
    let gone = false
    const timer = setTimeout(async () => {
      const found = await transport.request('message:search', { roomId, query: wanted })
      if (gone) return
      setAnswer(
        found.ok
          ? { ...found, query: wanted, problem: null }
          : { ...nothing, query: wanted, problem: found.message },
      )
    }, pause)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [wanted, again, transport, roomId])

  async function showMore() {
    const { query: of, next } = answer
    setLoadingMore(true)
    const found = await transport.request('message:search', { roomId, query: of, after: next })
    setLoadingMore(false)
    setAnswer((now) => {
      if (now.query !== of || now.next !== next) return now
      if (!found.ok) return { ...now, problem: found.message }
      return { ...now, ...found, messages: [...now.messages, ...found.messages], problem: null }
    })
  }
  return {
    ...{ query, setQuery, hint, showMore, loadingMore },
    ...{ messages: answer.messages, next: answer.next, problem: answer.problem },
    /** Nothing is asked for. */
    idle: wanted === '',
    /** What is shown is not yet what is asked for. */
    loading: wanted !== answer.query,
    retry: () => setAgain((times) => times + 1),
  }
}
export type MessageSearch = ReturnType<typeof useMessageSearch>
