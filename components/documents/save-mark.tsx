'use client'
import clsx from 'clsx'
import { useDesk, useSyncView } from './desk-context'
import { saveWords } from './save-state'

const titles = {
  opening: 'The file is being fetched.',
  saved: 'The server has stored everything you wrote.',
  saving: 'Your newest changes are on their way to the server.',
  received: 'The server has your newest changes, and has not stored them yet.',
  waiting: 'The server has not taken your newest changes yet. They are sent again.',
  offline: 'You are cut off. What you write is sent when you are back.',
}

/** Where one's own changes in a file are; never more than is known to be true. */
export function SaveMark({ documentId }: { documentId: string }) {
  const { save } = useSyncView(useDesk().sync(documentId))
  const { kind, changes, kept } = save
  const onDevice = changes > 0 && kind !== 'saving' && kept
  return (
    <span
      role="status"
      title={`${titles[kind]}${onDevice ? ' They are kept in this browser.' : ''}`}
      className={clsx(
        'tabular flex shrink-0 items-center gap-1.5 px-3 text-xs whitespace-nowrap',
        kind === 'saved' ? 'text-good' : 'text-ink-2',
        (kind === 'waiting' || kind === 'offline') && 'text-warn',
      )}
    >
      <span
        aria-hidden
        className={clsx(
          'size-2 rounded-full',
          kind === 'saved' ? 'bg-good' : 'border-2 border-current',
        )}
      />
      {saveWords(save)}
    </span>
  )
}
