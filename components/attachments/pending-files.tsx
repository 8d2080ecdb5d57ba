'use client'
import { FileIcon } from './file-icon'
import { fileSize } from './file-words'
import { UploadBar } from './upload-bar'
import type { FileRef, Uploads } from './uploads'
import { useUpload } from './use-uploads'

/** The files of a message on its way. */
export function PendingFiles({ files, uploads }: { files: FileRef[]; uploads: Uploads }) {
  if (files.length === 0) return null
  return (
    <ul aria-label="Files" className="mt-1 flex flex-col gap-1.5">
      {files.map((file) => (
        <PendingFile key={file.localId} file={file} uploads={uploads} />
      ))}
    </ul>
  )
}

function PendingFile({ file, uploads }: { file: FileRef; uploads: Uploads }) {
  const upload = useUpload(uploads, file.localId)
  const underWay = upload?.state === 'waiting' || upload?.state === 'uploading'
  return (
    <li className="flex w-full max-w-80 items-center gap-2.5 rounded-s border border-line bg-surface px-2.5 py-1.5 text-xs">
      {upload?.preview ? (
        // biome-ignore lint/performance/noImgElement: it is in this page's memory
        <img src={upload.preview} alt="" className="size-9 shrink-0 rounded-s object-cover" />
      ) : (
        <FileIcon type={upload?.type ?? ''} className="size-5 shrink-0 text-ink-3" />
      )}
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">{file.name}</p>
        {upload && underWay ? (
          <UploadBar upload={upload} />
        ) : (
          <p className="tabular text-ink-3">{fileSize(file.bytes)}</p>
        )}
      </div>
    </li>
  )
}
