'use client'
import clsx from 'clsx'
import { Ellipsis } from 'lucide-react'
import type { RoomPerson } from '@/components/rooms/apply-room-events'
import { Avatar } from '@/components/ui/avatar'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import type { DocumentView } from '@/contracts/documents'
import { baseName } from './file-tree'

/** One file: its name opens it, those who are in it stand beside it, the menu changes it. */
export function FileRow({
  file,
  active,
  depth,
  people,
  onOpen,
  onRename,
  onDelete,
}: {
  file: DocumentView
  active: boolean
  depth: number
  people: RoomPerson[]
  onOpen: () => void
  onRename: () => void
  onDelete: () => void
}) {
  const name = baseName(file.path)
  return (
    <li className={clsx('group/file flex items-center', active ? 'bg-sunken' : 'hover:bg-sunken')}>
      <button
        type="button"
        onClick={onOpen}
        aria-current={active || undefined}
        title={file.path}
        style={{ paddingLeft: `${0.875 + depth * 0.75}rem` }}
        className={clsx(
          'flex min-h-11 min-w-0 flex-1 items-center gap-2 text-left font-code text-xs focus-visible:-outline-offset-2 md:min-h-8',
          active ? 'text-ink' : 'text-ink-2',
        )}
      >
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {people.slice(0, 3).map((one) => (
          <Avatar key={one.id} person={one} size="xs" labelled />
        ))}
      </button>
      <Menu
        trigger={
          <IconButton
            label={`Change ${file.path}`}
            className="mr-1 opacity-0 group-hover/file:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100 sm:size-7"
          >
            <Ellipsis aria-hidden className="size-4" />
          </IconButton>
        }
      >
        <MenuItem onClick={onRename}>Rename or move</MenuItem>
        <MenuSeparator />
        <MenuItem danger onClick={onDelete}>
          Delete
        </MenuItem>
      </Menu>
    </li>
  )
}
