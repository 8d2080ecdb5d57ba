import { randomUUID } from 'node:crypto'
import { pool } from '@/db/client'
import type { Actor } from '@/domain/actor'
import { appendMessages } from '@/domain/rooms/append-messages'
import { getRoom } from '@/domain/rooms/get-room'
import { joinRoom } from '@/domain/rooms/join-room'
import { listRooms } from '@/domain/rooms/list-rooms'
import { loadMessages } from '@/domain/rooms/load-messages'
import { searchMessages } from '@/domain/rooms/search-messages'
import { sendMessage } from '@/domain/rooms/send-message'
import { wordOf } from '../browse/world'
import type { Uses } from '../measure/write-plans'

type Row = { person_id: string; handle: string; room_id: string; slug: string; seq: string }

/** What people do in rooms with a long past: the person with most rooms, in the largest one and in all. */
export async function openPastUses(): Promise<Uses> {
  const { rows } = await pool().query<Row>(`
    select a.id as person_id, a.handle, r.id as room_id, p.slug, r.seq
    from room r join project p on p.id = r.project_id join seat s on s.room_id = r.id
    join person a on a.id = s.person_id
    order by r.seq desc, a.handle = 'p1' desc`)
  const [own, other] = rows
  const quiet = rows.find(({ handle, seq }) => handle === own?.handle && Number(seq) < 5_000)
  if (!own || !other || !quiet) throw new Error('There is no past.')
  const actor: Actor = {
    ...{ personId: own.person_id, sessionId: '', handle: own.handle, name: own.handle },
    ...{ line: 0, timeZone: 'UTC' },
  }
  const roomId = own.room_id
  const [rare, common] = [wordOf(20_000), wordOf(3)]
  const search = (query: string) => ({
    in_one: () => searchMessages(actor, { roomId, query, after: null }),
    in_all: () => searchMessages(actor, { roomId: null, query, after: null }),
  })
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
  const asked: Record<string, string> = {
    rare,
    common,
    two: `${wordOf(40)} ${wordOf(90)}`,
    beginning: rare.slice(0, 4),
    nothing: 'zzzzzzzz',
    from: `from:${other.handle}`,
    from_word: `from:me ${wordOf(300)}`,
    has_link: 'has:link',
    has_code: 'has:code',
    has_file: 'has:file',
    has_picture_word: `has:picture ${common}`,
    before: `before:${day(200)}`,
    before_word: `before:${day(200)} ${wordOf(300)}`,
    between: `after:${day(200)} before:${day(199)}`,
    between_word: `after:${day(200)} before:${day(199)} ${common}`,
  }
  const searches = Object.entries(asked).flatMap(([name, query]) => {
    const { in_one, in_all } = search(query)
    return [
      [`search_${name}_in_one`, in_one],
      [`search_${name}_in_all`, in_all],
    ] as const
  })
  const said = (body: string) => ({
    ...{ roomId, clientId: randomUUID(), body, replyToId: null },
  })
  const middle = Math.floor(Number(own.seq) / 2)
  return {
    ...Object.fromEntries(searches),
    search_has_link_in_quiet: () =>
      searchMessages(actor, { roomId: quiet.room_id, query: 'has:link', after: null }),
    search_common_in_quiet: () =>
      searchMessages(actor, { roomId: quiet.room_id, query: common, after: null }),
    search_place: () =>
      searchMessages(actor, { roomId: null, query: `in:${own.slug} ${rare}`, after: null }),
    room_page: () => getRoom(actor, { roomId }),
    rooms_list: () => listRooms(actor),
    page_before: () => loadMessages(actor, { roomId, beforeSeq: middle }),
    page_after: () => loadMessages(actor, { roomId, afterSeq: middle }),
    page_around_time: () =>
      loadMessages(actor, { roomId, aroundTime: new Date(Date.now() - 86_400_000).toISOString() }),
    catch_up: () => joinRoom(actor, { roomId, afterSeq: Number(own.seq) - 100 }),
    send_plain: () => appendMessages([{ actor, input: said('One of many') }]),
    send_alone: () => sendMessage(actor, said('One by itself')),
  }
}
