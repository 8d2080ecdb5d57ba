'use client'
import clsx from 'clsx'
import { FileCode, FileX } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LineRange } from '@/contracts/room-links'
import { placeOfLines } from './code-quote'
import { useRoomView } from './room-context'

const look =
  'inline-flex max-w-full items-baseline gap-1 rounded-s border px-1.5 align-baseline font-code text-[0.8125em]'

/** A link to lines of a shared file, under the name that the file has now. */
export function FileChip({
  documentId,
  lines,
  link,
  written,
}: {
  documentId: string
  lines?: LineRange
  /** Draws the link around what is shown. */
  link: (className: string, content: ReactNode) => ReactNode
  /** What the message calls it: known also when the file is gone. */
  written: ReactNode
}) {
  const file = useRoomView().documents.find(({ id }) => id === documentId)
  if (!file)
    return (
      <span className={clsx(look, 'border-line text-ink-2')}>
        <FileX aria-hidden className="size-3 shrink-0 self-center" />
        <span className="min-w-0 break-words">{written}</span>
        <span className="shrink-0 font-text">(deleted)</span>
      </span>
    )
  return link(
    clsx(look, 'border-line bg-sunken !text-ink !no-underline hover:border-control'),
    <>
      <FileCode aria-hidden className="size-3 shrink-0 self-center text-ink-3" />
      <span className="min-w-0 break-words">
        {lines ? placeOfLines(file.path, lines) : file.path}
      </span>
    </>,
  )
}
