'use client'
import { useEffect, useState } from 'react'
import { useDesk } from '@/components/documents/desk-context'
import { useRoomView } from '@/components/rooms/room-context'
import type { PresentFile } from './compare-files'
import { textHash } from './text-hash'

/** Others go on typing while one looks: so often at most is it compared anew, in milliseconds. */
const every = 400

/** The room's files as they are now, kept up to date; null until they are known. */
export function usePresentFiles(): PresentFile[] | null {
  const desk = useDesk()
  const { documents } = useRoomView()
  const [files, setFiles] = useState<PresentFile[] | null>(null)
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const hashes = new Map<string, { text: string; hash: string }>()
    const hashOf = (id: string, text: string) => {
      const known = hashes.get(id)
      if (known?.text === text) return known.hash
      const hash = textHash(text)
      hashes.set(id, { text, hash })
      return hash
    }
    const read = async () => {
      const texts = await desk.readAll()
      if (gone) return
      setFiles(texts.map((file) => ({ ...file, hash: hashOf(file.documentId, file.text) })))
    }
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        void read()
      }, every)
    }
    const stops = documents.map(({ id }) => {
      const sync = desk.sync(id)
      const { doc } = sync.getView().replica
      doc.on('update', soon)
      // Another replica after a refusal, and a text that could not be had before.
      const stop = sync.subscribe(soon)
      return () => {
        doc.off('update', soon)
        stop()
      }
    })
    void read()
    return () => {
      gone = true
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [desk, documents])
  return files
}
