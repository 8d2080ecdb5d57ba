'use client'
import { useEffect } from 'react'
import { useMarkTarget } from '@/components/marks/use-mark-target'
import { useRoomPlaces } from '@/components/rooms/room-places'
import { useDesk } from './desk-context'

/** Takes the desk to the line of a file, or to the mark, that one is led to in this room. */
export function useRoomPlace() {
  const desk = useDesk()
  const { place, done } = useRoomPlaces()
  const goToMark = useMarkTarget()
  useEffect(() => {
    if (!place) return
    if ('documentId' in place) {
      const { documentId, line = 1 } = place
      done()
      void desk.goTo({ documentId, find: (text) => startOfLine(text.toString(), line) })
    } else if ('mark' in place) {
      done()
      void goToMark(place.mark)
    }
  }, [place, done, desk, goToMark])
}

function startOfLine(text: string, line: number): number {
  let at = 0
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', at)
    if (end < 0) return at
    at = end + 1
  }
  return at
}
