'use client'
import { useEffect, useState } from 'react'
import { useDesk } from '@/components/documents/desk-context'
import type { DocumentSync } from '@/components/documents/document-sync'
import { useRoomView } from '@/components/rooms/room-context'
import type { MarkView } from '@/contracts/marks'
import { rangeOf } from './anchors'

/** Milliseconds from a change of a text to the new numbers of lines: nobody reads them while typing. */
const pace = 150

/** Calls back when the text of a file changes, and when another copy takes its place. */
function watch(sync: DocumentSync, changed: () => void): () => void {
  let { text } = sync.getView().replica
  text.observe(changed)
  const stop = sync.subscribe(() => {
    const now = sync.getView().replica.text
    if (now !== text) {
      text.unobserve(changed)
      text = now
      text.observe(changed)
    }
    changed()
  })
  return () => {
    stop()
    text.unobserve(changed)
  }
}

/** The line of each mark, null where its text is gone; without an entry while its file is being fetched. */
export function useMarkLines(marks: MarkView[]): ReadonlyMap<string, number | null> {
  const desk = useDesk()
  const { documents } = useRoomView()
  const [lines, setLines] = useState<ReadonlyMap<string, number | null>>(new Map())
  useEffect(() => {
    const files = new Map(
      documents.flatMap(({ id }) => {
        const own = marks.filter(({ documentId }) => documentId === id)
        return own.length > 0 ? [[id, own] as const] : []
      }),
    )
    const read = () => {
      const found = new Map<string, number | null>()
      for (const [documentId, own] of files) {
        const { replica, readable } = desk.sync(documentId).getView()
        if (!readable) continue
        const words = replica.text.toString()
        for (const mark of own) {
          const range = rangeOf(replica.text, mark)
          found.set(mark.id, range && words.slice(0, range.from).split('\n').length)
        }
      }
      setLines((before) =>
        JSON.stringify([...before]) === JSON.stringify([...found]) ? before : found,
      )
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        read()
      }, pace)
    }
    const stops = [...files.keys()].map((id) => watch(desk.sync(id), soon))
    read()
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [desk, marks, documents])
  return lines
}
