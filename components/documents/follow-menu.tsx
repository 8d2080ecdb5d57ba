'use client'
import { Eye } from 'lucide-react'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { Avatar } from '@/components/ui/avatar'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { useDesk, useDeskView } from './desk-context'
import { baseName } from './file-tree'

/** Whose steps one may follow: everybody else who is in a file now. */
export function FollowMenu() {
  const desk = useDesk()
  const { places, followingId } = useDeskView()
  const { people, documents } = useRoomView()
  const { me } = useRoomStore()
  const others = people.filter((one) => one.id !== me.id && places.has(one.id))
  if (others.length === 0) return null
  const whereIs = (personId: string) => {
    const path = documents.find((one) => one.id === places.get(personId))?.path
    return path ? `, in ${baseName(path)}` : ''
  }
  return (
    <Menu
      trigger={
        <IconButton label="Follow somebody" className="shrink-0 self-center">
          <Eye aria-hidden className="size-4" />
        </IconButton>
      }
    >
      {others.map((one) => (
        <MenuItem key={one.id} onClick={() => desk.follow(one.id)}>
          <Avatar person={one} size="xs" />
          {`Follow ${one.name}${whereIs(one.id)}`}
        </MenuItem>
      ))}
      <MenuSeparator />
      {others.map((one) => (
        <MenuItem key={one.id} onClick={() => desk.jumpTo(one.id)}>
          <Avatar person={one} size="xs" />
          {`Go to ${one.name}`}
        </MenuItem>
      ))}
      {followingId && (
        <>
          <MenuSeparator />
          <MenuItem onClick={() => desk.follow(null)}>Stop following</MenuItem>
        </>
      )}
    </Menu>
  )
}
