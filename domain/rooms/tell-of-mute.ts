import type { News } from '@/domain/change-and-tell'

/** Somebody who is muted learns of it wherever they are, and why; the moment is theirs to read in the room. */
export function tellOfMute(
  news: News,
  mute: {
    roomId: string
    personId: string
    title: string
    until: string | null
    reason: string
  },
) {
  const { roomId, personId, title, until, reason } = mute
  const howLong = until ? 'for a while' : 'until it is lifted'
  news.tell({
    ...{ personId, signal: 'member:muted', ids: { roomId } },
    text: `You can read but not write in ${title} ${howLong}: ${reason}`,
    href: `/rooms/${roomId}`,
  })
}
