import { id } from './inputs'

/** Lines of a file, counted from 1, both ends included. */
export type LineRange = { from: number; to: number }
/** A room's address, and what of the room to go to. */
export type RoomLink = {
  roomId: string
  run?: string
  mark?: string
  message?: string
  task?: string
  /** The id of a shared file. */
  file?: string
  /** Lines of that file, as `12` or `12-18`. */
  line?: string
}

const ids = ['run', 'mark', 'message', 'task', 'file'] as const

/** The path of a room's page, leading to something in it if wanted. */
export function roomLink(roomId: string, to: Omit<RoomLink, 'roomId'> = {}): string {
  const query = new URLSearchParams()
  for (const name of ids) if (to[name]) query.set(name, to[name])
  if (to.file && to.line) query.set('line', to.line)
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
  for (const name of ids) {
    const found = id.safeParse(url.searchParams.get(name))
    if (found.success) link[name] = found.data
  }
  const lines = parseLines(url.searchParams.get('line') ?? '')
  if (link.file && lines) link.line = writeLines(lines)
  return link
}

/** `12` or `12-18` as lines; null when it is neither. */
export function parseLines(text: string): LineRange | null {
  const found = /^(\d{1,7})(?:[-–](\d{1,7}))?$/.exec(text.trim())
  if (!found) return null
  const from = Number(found[1])
  const to = Number(found[2] ?? from)
  if (from < 1 || to < 1) return null
  return { from: Math.min(from, to), to: Math.max(from, to) }
}

/** Lines as they stand in an address; with another dash, as people read them. */
export const writeLines = ({ from, to }: LineRange, dash = '-') =>
  from === to ? String(from) : `${from}${dash}${to}`

const address = /(?:https?:\/\/[^\s/<>()[\]]+)?\/rooms\/[\da-f-]{36}\?[^\s<>()[\]"'`]+/gi

/** More cards than this would bury what was written. */
const mostCards = 3

/**
 * The runs or tasks of a room that a message links to, each once, the first three.
 * @param origin of this site, for whole addresses
 */
export function linkedIds(
  body: string,
  roomId: string,
  name: 'run' | 'task',
  origin?: string,
): string[] {
  const links = (body.match(address) ?? []).map((href) => parseRoomLink(href, origin))
  const found = links.flatMap((link) => (link?.roomId === roomId && link[name]) || [])
  return [...new Set(found)].slice(0, mostCards)
}
