'use client'
import { TextAlignStart } from 'lucide-react'
import { useEffect } from 'react'
import { useDesk, useSyncView } from '@/components/documents/desk-context'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { IconButton } from '@/components/ui/button'
import { toast } from '@/components/ui/toast-queue'
import type { DocumentView, WheelView } from '@/contracts/documents'
import { useFormat } from './use-format'

/** Formats the file at hand: by the button, and by Shift-Alt-F from anywhere in the room. */
export function FormatButton({ file }: { file: DocumentView }) {
  const desk = useDesk()
  const store = useRoomStore()
  const sync = desk.sync(file.id)
  const { readable, gone, refusal } = useSyncView(sync)
  const { busy, format } = useFormat()
  const isOthers = ({ driverId }: WheelView) => driverId !== null && driverId !== store.me.id
  const navigates = isOthers(useRoomView().wheel)
  const locked = navigates || !readable || gone || refusal !== null
  const start = () => {
    if (navigates) return toast('Somebody else drives', 'Ask for the wheel to format the file.')
    if (busy || locked) return
    // Asked again when the formatter has answered: much can have happened meanwhile.
    void format(file.path, () => {
      const { replica, readable, gone, refusal } = sync.getView()
      const writable = readable && !gone && !refusal && !isOthers(store.getView().wheel)
      return writable ? replica : null
    })
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.code !== 'KeyF' || !event.shiftKey || !event.altKey) return
      if (event.ctrlKey || event.metaKey) return
      event.preventDefault()
      start()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  return (
    <IconButton
      label="Format"
      title={navigates ? 'Somebody else drives' : 'Format the file (Shift-Alt-F)'}
      aria-keyshortcuts="Shift+Alt+F"
      aria-busy={busy || undefined}
      disabled={locked}
      onClick={start}
      className="shrink-0 self-center disabled:opacity-55"
    >
      <TextAlignStart aria-hidden className="size-4" />
    </IconButton>
  )
}
