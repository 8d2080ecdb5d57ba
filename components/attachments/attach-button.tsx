'use client'
import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '@/components/ui/button'

/** Asks for files; a phone offers its pictures and its camera. */
export function AttachButton({
  onFiles,
  disabled,
}: {
  onFiles: (files: File[]) => void
  disabled: boolean
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        disabled={disabled}
        aria-label="Files to attach"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          // The same file can be chosen again after it was removed.
          currentTarget.value = ''
        }}
      />
      <IconButton
        label="Attach files"
        disabled={disabled}
        onClick={() => input.current?.click()}
        className="disabled:pointer-events-none disabled:opacity-55"
      >
        <Paperclip aria-hidden className="size-4" />
      </IconButton>
    </>
  )
}
