'use client'
import clsx from 'clsx'
import { Check, Ellipsis } from 'lucide-react'
import { useRoomView } from '@/components/rooms/room-context'
import { taskStateWords } from '@/components/tasks/task-words'
import { lineBackground } from '@/components/ui/avatar'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { RelativeTime } from '@/components/ui/relative-time'
import type { MarkView } from '@/contracts/marks'
import { placeWords } from './mark-words'
import type { useMarkActions } from './use-mark-actions'

/** One open question: a press goes to its text. */
export function MarkRow({
  mark,
  path,
  line,
  mayDelete,
  actions,
  onGo,
  onDelete,
}: {
  mark: MarkView
  /** Null when its file was deleted. */
  path: string | null
  /** Null when its text is gone; undefined while nobody knows. */
  line: number | null | undefined
  mayDelete: boolean
  actions: ReturnType<typeof useMarkActions>
  onGo: () => void
  onDelete: () => void
}) {
  const { tasks } = useRoomView()
  const task = tasks.find(({ markId }) => markId === mark.id)
  const gone = path === null || line === null
  const place = path === null ? 'a deleted file' : placeWords(path, line ?? null)
  return (
    <li className="group/mark flex items-start border-t border-line first:border-t-0 hover:bg-sunken">
      <button
        type="button"
        onClick={onGo}
        className="flex min-w-0 flex-1 flex-col gap-0.5 py-2 pl-3.5 text-left focus-visible:-outline-offset-2"
      >
        <span className="flex w-full items-baseline font-code text-xs text-ink-2">
          <span className="min-w-0 truncate">{path ?? 'Deleted file'}</span>
          {typeof line === 'number' && <span className="tabular shrink-0">:{line}</span>}
        </span>
        <span className="line-clamp-3 w-full text-sm break-words text-ink">{mark.body}</span>
        {gone && (
          <span className="w-full text-xs text-ink-3">
            The text is gone:{' '}
            <code className="line-clamp-2 break-words">{mark.quote.trim() || 'an empty line'}</code>
          </span>
        )}
        <span className="flex w-full items-center gap-1.5 text-xs text-ink-3">
          <span
            aria-hidden
            className={clsx('size-2 shrink-0 rounded-full', lineBackground[mark.author.line])}
          />
          <span className="tabular min-w-0 truncate" title={mark.author.name}>
            <span className="md:hidden">{mark.author.name}</span>
            <span aria-hidden className="hidden md:inline">
              {mark.author.name.split(/\s+/)[0]}
            </span>
            <span className="sr-only max-md:hidden">{mark.author.name}</span>,{' '}
            <RelativeTime at={mark.at} />
          </span>
        </span>
        {task && <span className="text-xs text-ink-3">Task: {taskStateWords[task.state]}</span>}
      </button>
      <div className="flex shrink-0 flex-col py-1 pr-1 md:opacity-60 md:group-hover/mark:opacity-100 md:group-focus-within/mark:opacity-100">
        <IconButton
          label={`Resolve: ${mark.body.slice(0, 60)}`}
          title="Resolve"
          onClick={() => void actions.resolve(mark)}
          className="sm:size-7"
        >
          <Check aria-hidden className="size-4" />
        </IconButton>
        <Menu
          trigger={
            <IconButton
              label={`More about: ${mark.body.slice(0, 60)}`}
              title="More"
              className="sm:size-7"
            >
              <Ellipsis aria-hidden className="size-4" />
            </IconButton>
          }
        >
          <MenuItem onClick={() => actions.say(mark, place)}>Say it in chat</MenuItem>
          {!task && <MenuItem onClick={() => void actions.makeTask(mark)}>Make it a task</MenuItem>}
          {mayDelete && (
            <>
              <MenuSeparator />
              <MenuItem danger onClick={onDelete}>
                Delete
              </MenuItem>
            </>
          )}
        </Menu>
      </div>
    </li>
  )
}
