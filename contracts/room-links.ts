import { id } from './inputs'

/** A room's address, and what of the room to go to. */
export type RoomLink = { roomId: string; run?: string; mark?: string; message?: string }

/** The path of a room's page, leading to one of its runs, marks or messages if wanted. */
export function roomLink(roomId: string, to: Omit<RoomLink, 'roomId'> = {}): string {
  const query = new URLSearchParams()
  if (to.run) query.set('run', to.run)
  if (to.mark) query.set('mark', to.mark)
  if (to.message) query.set('message', to.message)
  return query.size > 0 ? `/rooms/${roomId}?${query}` : `/rooms/${roomId}`
}

const nowhere = 'http://nowhere.invalid'

/**
 * What an address leads to, when that is a room of this site; null otherwise.
 * @param origin of this site: whole addresses are compared with it, and without it only paths are read
 */
export function parseRoomLink(href: string, origin = nowhere): RoomLink | null {
  const base = URL.canParse(origin) ? new URL(origin).origin : nowhere
  if (!URL.canParse(href, base)) return null
  const url = new URL(href, base)
  const roomId = /^\/rooms\/([^/]+)\/?$/.exec(url.pathname)?.[1]
  if (url.origin !== base || !id.safeParse(roomId).success || !roomId) return null
  const link: RoomLink = { roomId }
  for (const name of ['run', 'mark', 'message'] as const) {
    const found = id.safeParse(url.searchParams.get(name))
    if (found.success) link[name] = found.data
  }
  return link
}
