'use client'
import { useRoomStore, useRoomView } from './room-context'

/** Who of the others has read the last message, as far as they show it. Its line is always there. */
export function SeenBy() {
  const { me, kind } = useRoomStore()
  const { messages, people, reads } = useRoomView()
  const last = messages.at(-1)
  if (kind === 'step' || !last) return null
  const seen = people.filter(
    ({ id }) => id !== me.id && id !== last.author.id && (reads.get(id) ?? 0) >= last.seq,
  )
  const names = seen.map(({ name }) => name).join(', ')
  return (
    <p className="h-5 px-4 text-right text-xs text-ink-3" title={names || undefined}>
      {seen.length > 0 && (
        <>
          {kind === 'direct' ? 'Seen' : `Seen by ${seen.length}`}
          <span className="sr-only">: {names}</span>
        </>
      )}
    </p>
  )
}
