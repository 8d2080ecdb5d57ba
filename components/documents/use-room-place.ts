'use client'
import { useEffect } from 'react'
import { useMarkTarget } from '@/components/marks/use-mark-target'
import { useRoomView } from '@/components/rooms/room-context'
import { useRoomPlaces } from '@/components/rooms/room-places'
import { toast } from '@/components/ui/toast-queue'
import { useDesk } from './desk-context'
import { spotOfLines } from './spot-of-lines'

/** Takes the desk to the lines of a file, or to the mark, that one is led to in this room. */
export function useRoomPlace() {
  const desk = useDesk()
  const { place, done } = useRoomPlaces()
  const joining = useRoomView().phase === 'joining'
  const goToMark = useMarkTarget()
  useEffect(() => {
    if (!place) return
    if ('documentId' in place) {
      const { documentId, lines } = place
      const known = desk.files.has(documentId)
      // A page that has just been opened may be older than the file.
      if (!known && joining) return
      done()
      if (!known) return toast('This file is not here any more.')
      void desk.goTo({
        documentId,
        find: (text) => (lines ? spotOfLines(text.toString(), lines) : { from: 0 }),
      })
    } else if ('mark' in place) {
      done()
      void goToMark(place.mark)
    }
  }, [place, done, desk, joining, goToMark])
}
