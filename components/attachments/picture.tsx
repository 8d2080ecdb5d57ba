'use client'
import clsx from 'clsx'
import { useState } from 'react'
import { type AttachmentView, attachmentHref } from '@/contracts/attachments'
import { FileCard } from './file-card'
import { altOf } from './file-words'

const widest = 352
const highest = 288

/** A small picture that opens the large one. Its place is kept from the first moment: nothing shifts. */
export function Picture({
  file,
  alone,
  onOpen,
}: {
  file: AttachmentView & { picture: NonNullable<AttachmentView['picture']> }
  /** Of several, each gets a square. */
  alone: boolean
  onOpen: () => void
}) {
  const [broken, setBroken] = useState(false)
  if (broken) return <FileCard file={file} />
  const { width, height } = file.picture
  const scale = Math.min(1, widest / width, highest / height)
  const own = {
    width: Math.max(48, Math.round(width * scale)),
    aspectRatio: `${width} / ${height}`,
  }
  return (
    <button
      type="button"
      title={altOf(file)}
      aria-label={`Open ${altOf(file)}`}
      onClick={onOpen}
      style={alone ? own : undefined}
      className={clsx(
        'block overflow-hidden rounded-s border border-line bg-sunken hover:border-control',
        alone ? 'max-w-full' : 'aspect-square w-full',
      )}
    >
      {/* biome-ignore lint/performance/noImgElement: private, and small already */}
      <img
        src={attachmentHref(file.id, 'small')}
        alt={altOf(file)}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
        className="size-full object-cover"
      />
    </button>
  )
}
