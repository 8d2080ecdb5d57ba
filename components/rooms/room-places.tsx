'use client'
import { useSearchParams } from 'next/navigation'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import {
  type LineRange,
  parseLines,
  parseRoomLink,
  type RoomLink,
  roomLink,
} from '@/contracts/room-links'
import type { CodeQuote } from './code-quote'

/**
 * Something in a room that one can be led to: a message, the search for one, the composer with some code to say, a
 * task, or something in its files.
 */
export type RoomPlace =
  | { message: string }
  | { search: true }
  | { quote: CodeQuote }
  | { task: string }
  | { mark: string }
  | { run: string }
  | { documentId: string; lines?: LineRange }
export type RoomPlaces = {
  /** Leads there: the panels open the editor, and whoever knows such a place shows it. */
  go(place: RoomPlace): void
  /** Where to go next; null when that was reached. */
  place: RoomPlace | null
  /** The place was reached, or is not there. */
  done(): void
}

const Places = createContext<RoomPlaces | null>(null)

export function useRoomPlaces(): RoomPlaces {
  const places = useContext(Places)
  if (!places) throw new Error('Outside a room.')
  return places
}

/** What of its room a link is about; null for the room as a whole. */
export function placeOf({ mark, run, message, task, file, line }: RoomLink): RoomPlace | null {
  if (message) return { message }
  if (task) return { task }
  if (file) return { documentId: file, lines: parseLines(line ?? '') ?? undefined }
  if (mark) return { mark }
  return run ? { run } : null
}

/** Leads through one room: by links in its messages, and by the address with which it was opened. */
export function RoomPlacesProvider({ roomId, children }: { roomId: string; children: ReactNode }) {
  const [place, setPlace] = useState<RoomPlace | null>(null)
  const query = useSearchParams().toString()
  useEffect(() => {
    const link = parseRoomLink(`/rooms/${roomId}?${query}`)
    const asked = link && placeOf(link)
    if (!asked) return
    setPlace(asked)
    // Once there, a reload should not lead back.
    window.history.replaceState(null, '', roomLink(roomId))
  }, [roomId, query])
  const go = useCallback((next: RoomPlace) => setPlace({ ...next }), [])
  const done = useCallback(() => setPlace(null), [])
  const places = useMemo(() => ({ go, place, done }), [go, place, done])
  return <Places.Provider value={places}>{children}</Places.Provider>
}
