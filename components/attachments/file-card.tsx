import { Download } from 'lucide-react'
import { type AttachmentView, attachmentHref } from '@/contracts/attachments'
import { FileIcon } from './file-icon'
import { fileKind, fileSize } from './file-words'

/** A file to be kept: what it is, how large, and a press to download it. */
export function FileCard({ file }: { file: AttachmentView }) {
  return (
    <a
      href={attachmentHref(file.id, 'download')}
      download={file.name}
      className="flex min-h-11 w-full max-w-80 items-center gap-2.5 rounded-s border border-line bg-surface px-2.5 py-1.5 text-ink no-underline hover:border-line-strong hover:bg-sunken"
    >
      <FileIcon type={file.type} className="size-5 shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-semibold">{file.name}</span>
        <span className="tabular block text-xs text-ink-3">
          {fileKind(file.type)}, {fileSize(file.bytes)}
        </span>
      </span>
      <Download aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="sr-only">Download</span>
    </a>
  )
}
