'use client'
import { CircleAlert, Pencil, RotateCw, X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { attachmentLimits } from '@/contracts/attachments'
import { FileIcon } from './file-icon'
import { fileSize } from './file-words'
import { UploadBar } from './upload-bar'
import type { Upload, Uploads } from './uploads'

/** A file beside the draft: how far it is, what went wrong, and what can be done with it. */
export function UploadChip({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { localId, name, bytes, state, problem, preview, retriable } = upload
  const [writing, setWriting] = useState(false)
  const [alt, setAlt] = useState(upload.alt)
  const [refusal, setRefusal] = useState<string>()
  const said = problem ?? refusal

  async function describe() {
    setWriting(false)
    if (alt.trim() !== upload.alt) setRefusal(await uploads.describe(localId, alt.trim()))
  }

  return (
    <li className="w-full rounded-s sm:max-w-64 border border-line bg-bg p-1.5 text-xs">
      <div className="flex items-center gap-2">
        {preview ? (
          // biome-ignore lint/performance/noImgElement: it is in this page's memory
          <img src={preview} alt="" className="size-9 shrink-0 rounded-s object-cover" />
        ) : (
          <FileIcon type={upload.type} className="mx-2 size-5 shrink-0 text-ink-3" />
        )}
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold" title={name}>
            {name}
          </p>
          {state === 'waiting' || state === 'uploading' ? (
            <UploadBar upload={upload} />
          ) : (
            <p className="tabular truncate text-ink-3">
              {fileSize(bytes)}
              {upload.alt && `, ${upload.alt}`}
            </p>
          )}
        </div>
        {preview && state !== 'failed' && (
          <IconButton label={`Describe ${name}`} onClick={() => setWriting(!writing)}>
            <Pencil aria-hidden className="size-3.5" />
          </IconButton>
        )}
        {state === 'failed' && retriable && (
          <IconButton label={`Retry ${name}`} onClick={() => uploads.retry(localId)}>
            <RotateCw aria-hidden className="size-3.5" />
          </IconButton>
        )}
        <IconButton
          label={state === 'uploading' ? `Cancel ${name}` : `Remove ${name}`}
          onClick={() => uploads.remove([{ localId, id: null }])}
        >
          <X aria-hidden className="size-3.5" />
        </IconButton>
      </div>
      {writing && (
        <input
          // biome-ignore lint/a11y/noAutofocus: the press that opened it asked to write here
          autoFocus
          value={alt}
          maxLength={attachmentLimits.altLength}
          aria-label={`What is to be seen in ${name}`}
          placeholder="What is to be seen?"
          onChange={(event) => setAlt(event.target.value)}
          onBlur={describe}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' || event.key === 'Escape') {
              // Enter would send the message.
              event.preventDefault()
              event.stopPropagation()
              event.currentTarget.blur()
            }
          }}
          className="mt-1.5 w-full rounded-s border border-control bg-surface px-2 py-1 text-md sm:text-xs"
        />
      )}
      {said && (
        <p role="alert" className="mt-1 flex gap-1.5 text-bad">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {said}
        </p>
      )}
    </li>
  )
}
