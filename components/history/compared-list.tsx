'use client'
import clsx from 'clsx'
import { ArrowRightLeft, Equal, FilePlus, FileX, Pencil } from 'lucide-react'
import type { ComparedFile } from './compare-files'

const fates = {
  same: { word: 'as it is now', Icon: Equal, className: 'text-ink-3' },
  changed: { word: 'changed since', Icon: Pencil, className: 'text-warn' },
  moved: { word: 'renamed since', Icon: ArrowRightLeft, className: 'text-warn' },
  added: { word: 'added since', Icon: FilePlus, className: 'text-good' },
  deleted: { word: 'deleted since', Icon: FileX, className: 'text-bad' },
}

/** The files of a version, with what has become of each since. */
export function ComparedList({
  files,
  chosenId,
  onChoose,
}: {
  files: ComparedFile[]
  chosenId: string | null
  onChoose: (documentId: string) => void
}) {
  return (
    <ul aria-label="Files of this version" className="flex flex-col">
      {files.map(({ documentId, path, fate }) => {
        const { word, Icon, className } = fates[fate]
        const chosen = documentId === chosenId
        return (
          <li key={documentId}>
            <button
              type="button"
              aria-current={chosen || undefined}
              onClick={() => onChoose(documentId)}
              title={path}
              className={clsx(
                'flex min-h-11 w-full items-center gap-2 px-4 text-left text-xs focus-visible:-outline-offset-2 md:min-h-8',
                chosen ? 'bg-sunken text-ink' : 'text-ink-2 hover:bg-sunken',
              )}
            >
              <Icon aria-hidden className={clsx('size-3.5 shrink-0', className)} />
              <span className="min-w-0 flex-1 truncate font-code">{path}</span>
              <span className={clsx('shrink-0', className)}>{word}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
