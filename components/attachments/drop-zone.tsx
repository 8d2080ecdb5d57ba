'use client'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Takes files that are let go over what is inside, and says so while they are held. */
export function DropZone({
  onFiles,
  children,
}: {
  onFiles: (files: File[]) => void
  children: ReactNode
}) {
  // Going over a child leaves its parent: what counts is how many were entered and not left.
  const depth = useRef(0)
  const [over, setOver] = useState(false)
  const end = () => {
    depth.current = 0
    setOver(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by the button and by pasting
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragEnter={(event) => {
        if (!hasFiles(event)) return
        depth.current++
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (hasFiles(event) && --depth.current <= 0) end()
      }}
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        // Or the browser would leave the page for the file.
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        end()
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-2 z-20 flex items-center justify-center rounded-m border-2 border-dashed border-accent bg-surface/90">
          <p className="font-semibold">Let go to attach</p>
        </div>
      )}
    </div>
  )
}
