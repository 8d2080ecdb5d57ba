'use client'
import clsx from 'clsx'
import { X } from 'lucide-react'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { Avatar } from '@/components/ui/avatar'
import { useDesk, useDeskView } from './desk-context'
import { baseName } from './file-tree'

/** The files that one has at hand, with those who are in them. */
export function EditorTabs() {
  const desk = useDesk()
  const { tabs, activeId, places } = useDeskView()
  const { documents, people } = useRoomView()
  const { me } = useRoomStore()
  const open = tabs.flatMap((id) => documents.find((one) => one.id === id) ?? [])
  return (
    <ul aria-label="Open files" className="flex min-w-0 flex-1 overflow-x-auto">
      {open.map(({ id, path }) => {
        const active = id === activeId
        const here = people.filter((one) => one.id !== me.id && places.get(one.id) === id)
        const twins = open.filter((one) => baseName(one.path) === baseName(path)).length > 1
        return (
          <li
            key={id}
            className={clsx(
              'flex shrink-0 items-center border-r border-line border-t-2',
              active ? 'border-t-accent bg-surface' : 'border-t-transparent',
            )}
          >
            <button
              type="button"
              aria-current={active || undefined}
              title={path}
              onClick={() => desk.open(id)}
              className={clsx(
                'flex h-full items-center gap-2 pl-3.5 font-code text-xs focus-visible:-outline-offset-2',
                active ? 'text-ink' : 'text-ink-2 hover:text-ink',
              )}
            >
              {twins ? path : baseName(path)}
              {here.slice(0, 3).map((one) => (
                <Avatar key={one.id} person={one} size="xs" labelled />
              ))}
            </button>
            <button
              type="button"
              aria-label={`Close ${path}`}
              title={`Close ${path}`}
              onClick={() => desk.close(id)}
              className="mx-1 inline-flex size-6 items-center justify-center rounded-s text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:size-9"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
