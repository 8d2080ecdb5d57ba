import type { RoomEvent, SignalIds, SignalName } from '@/contracts/realtime'
import { db, type Transaction } from '@/db/client'
import { notification } from '@/db/schema'
import { publishToPeople, publishToRoom } from './publish'
import { appendRoomEvent, type EventDraft, takeSequence } from './rooms/append-room-event'

export type Told = {
  personId: string
  signal: SignalName
  ids: SignalIds
  /** One plain sentence kept for them to read; absent when their pages need only look again. */
  text?: string
  href?: string
  /** Of the notification, where something else refers to it. */
  notificationId?: string
}
/** An event, or what makes it from the number that it takes. */
type Drafted = EventDraft | ((seq: number) => Promise<EventDraft>)
export type News = {
  tell: (...told: Told[]) => void
  record: (roomId: string, actorId: string, draft: Drafted) => void
}

/**
 * Runs a change in a transaction and collects what others must learn from it: notifications are stored
 * and room events appended with the change, signals and facts go out after the commit.
 * Room events come last because a room's row is the hottest lock, and the last in the order of locks.
 */
export async function changeAndTell<T>(
  change: (tx: Transaction, news: News) => Promise<T>,
): Promise<T> {
  const told: Told[] = []
  const events: RoomEvent[] = []
  const result = await db().transaction(async (tx) => {
    const drafts: { roomId: string; actorId: string; draft: Drafted }[] = []
    const outcome = await change(tx, {
      tell: (...more) => void told.push(...more),
      record: (roomId, actorId, draft) => void drafts.push({ roomId, actorId, draft }),
    })
    await storeNotifications(tx, told)
    for (const { roomId, actorId, draft } of drafts) {
      const seq = await takeSequence(tx, roomId)
      const drafted = typeof draft === 'function' ? await draft(seq) : draft
      events.push(await appendRoomEvent(tx, roomId, actorId, drafted, seq))
    }
    return outcome
  })
  await publish(told, events)
  return result
}

async function storeNotifications(tx: Transaction, told: Told[]) {
  const rows = told.flatMap(({ personId, signal, text, href, notificationId: id }) =>
    text && href ? [{ ...(id && { id }), personId, kind: signal, text, href }] : [],
  )
  if (rows.length > 0) await tx.insert(notification).values(rows)
}

async function publish(told: Told[], events: RoomEvent[]) {
  for (const event of events) await publishToRoom(event.roomId, [event])
  // People who learn the same thing share one emit.
  const groups = new Map<string, { signal: SignalName; ids: SignalIds; personIds: string[] }>()
  for (const { signal, ids, personId } of told) {
    const key = JSON.stringify([signal, ids])
    const group = groups.get(key) ?? { signal, ids, personIds: [] }
    group.personIds.push(personId)
    groups.set(key, group)
  }
  for (const { signal, ids, personIds } of groups.values())
    await publishToPeople(personIds, signal, ids)
  const notified = told.flatMap((each) => (each.text ? [each.personId] : []))
  await publishToPeople(notified, 'notification:created', {})
}
