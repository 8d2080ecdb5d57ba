'use client'
import clsx from 'clsx'
import { useState } from 'react'
import type { AttachmentView } from '@/contracts/attachments'
import { FileCard } from './file-card'
import { Lightbox } from './lightbox'
import { Picture } from './picture'

type PictureView = AttachmentView & { picture: NonNullable<AttachmentView['picture']> }
const isPicture = (file: AttachmentView): file is PictureView => file.picture !== null

/** A message's files: pictures to look at, and everything else to download. */
export function AttachmentList({ files }: { files: AttachmentView[] }) {
  const [open, setOpen] = useState<number | null>(null)
  if (files.length === 0) return null
  const pictures = files.filter(isPicture)
  const others = files.filter((file) => !isPicture(file))
  const alone = pictures.length === 1
  return (
    <div className="my-1 flex flex-col gap-1.5">
      {pictures.length > 0 && (
        <ul
          aria-label="Pictures"
          className={clsx(
            !alone && 'grid max-w-sm gap-1.5',
            !alone && (pictures.length === 2 ? 'grid-cols-2' : 'grid-cols-3'),
          )}
        >
          {pictures.map((file, at) => (
            <li key={file.id}>
              <Picture file={file} alone={alone} onOpen={() => setOpen(at)} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul aria-label="Files" className="flex flex-col gap-1.5">
          {others.map((file) => (
            <li key={file.id}>
              <FileCard file={file} />
            </li>
          ))}
        </ul>
      )}
      {pictures.length > 0 && <Lightbox pictures={pictures} at={open} onAt={setOpen} />}
    </div>
  )
}
