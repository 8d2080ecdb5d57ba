'use client'
import { useRoomView } from './room-context'

/**
 * Reads new messages and questions out politely, whichever panel is shown; the visible list stays silent, so
 * that older ones can be loaded.
 */
export function Announcer() {
  const { spoken } = useRoomView()
  return (
    <div role="log" aria-live="polite" aria-label="New messages" className="sr-only">
      {spoken.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  )
}
