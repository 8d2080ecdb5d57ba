import { type SQL, sql } from 'drizzle-orm'
import {
  type FoundMessage,
  type FoundMessages,
  type MessagePart,
  type MessageQuery,
  parseMessageQuery,
  type SearchMessagesInput,
} from '@/contracts/message-search'
import type { PersonView } from '@/contracts/people'
import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Invalid } from '@/domain/errors'
import { quotedText } from './quoted-text'
import { titleOf } from './title-of'

const pageSize = 20
/**
 * Private characters around what was found, and one in place of "<", for the database would take what follows
 * for a tag and leave it out; none of them are left in a text before.
 */
const [opens, closes, less] = ['\uE000', '\uE001', '\uE002'] as const

type Row = {
  id: string
  room_id: string
  project_title: string | null
  step_id: string | null
  person: Pick<PersonView, 'name'> | null
  seq: string
  thread_id: string | null
  created_at: Date
  author_id: string
  handle: string
  name: string
  line: number
  excerpt: string
}

/** What `has:` asks of message `x`. */
const parts: Record<MessagePart, (actor: Actor, roomId: string | null) => SQL> = {
  link: () => sql`x.body ~* 'https?://'`,
  code: () => sql`x.body like '%\`%'`,
  file: (actor, roomId) => withFile(actor, roomId, sql`true`),
  picture: (actor, roomId) => withFile(actor, roomId, sql`f.width is not null`),
}

/** Files are few beside messages: theirs are gathered once, rather than looked for at each of a long past. */
function withFile(actor: Actor, roomId: string | null, which: SQL): SQL {
  return sql`x.id = any(array(
    select f.message_id from seat s join attachment f on f.room_id = s.room_id
    where s.person_id = ${actor.personId} and f.message_id is not null and ${which}
      ${roomId ? sql`and s.room_id = ${roomId}` : sql``}))`
}

/**
 * Messages with all the words, in one room or in all of a person's, newest first. Rooms are reached through
 * one's own seats alone; ids sort by time, so the last one leads to the next page.
 */
export async function searchMessages(
  actor: Actor,
  input: SearchMessagesInput,
): Promise<FoundMessages> {
  const query = parseMessageQuery(input.query)
  if (typeof query === 'string') throw new Invalid(query)
  if (input.roomId) await loadSeat(db(), actor, input.roomId)
  const asked = toQuery(query.words)
  const conditions = [
    sql`s.person_id = ${actor.personId} and x.deleted_at is null`,
    ...(input.roomId ? [sql`x.room_id = ${input.roomId}`] : []),
    ...(input.after ? [sql`x.id < ${input.after}`] : []),
    ...(query.words.length > 0 ? [sql`x.search @@ (${asked})`] : []),
    ...filters(actor, query, input.roomId),
  ]
  // Names are looked up for a page alone, not for everything that is found.
  const { rows } = await db().execute<Row>(sql`
    with asked as (select ${asked} as words),
    found as (
      select x.*, p.title as project_title, r.step_id, r.kind, a.handle, a.name, a.line
      from (
        select x.id, x.room_id, x.seq, x.thread_id, x.body, x.deleted_at, x.created_at, x.author_id
        from seat s join message x on x.room_id = s.room_id
        where ${sql.join(conditions, sql` and `)}
        order by x.id desc limit ${pageSize + 1}
      ) x
      join room r on r.id = x.room_id
      join person a on a.id = x.author_id
      left join project p on p.id = r.project_id
    )
    select f.id, f.room_id, f.project_title, f.step_id, other.person, f.seq, f.thread_id, f.created_at,
      f.author_id, f.handle, f.name, f.line,
      ts_headline('english', translate(${sql.raw(quotedText('f'))}, ${`<${opens}${closes}${less}`}, ${less}), asked.words,
        ${`StartSel=${opens}, StopSel=${closes}, MinWords=12, MaxWords=32, ShortWord=0`}) as excerpt
    from found f cross join asked
    left join lateral (
      select json_build_object('name', o.name) as person from seat os join person o on o.id = os.person_id
      where f.kind = 'direct' and os.room_id = f.room_id and os.person_id <> ${actor.personId}
    ) other on true
    order by f.id desc`)
  const page = rows.slice(0, pageSize)
  return {
    messages: page.map(toFound),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}

/** Each word as it is written or by its stem; the last also as the beginning of one. */
function toQuery(words: string[]): SQL {
  const each = words.map((word, at) => {
    const either = sql`plainto_tsquery('english', ${word}) || plainto_tsquery('simple', ${word})`
    const begins = sql` || to_tsquery('simple', ${`'${word}':*`})`
    return sql`(${either}${at === words.length - 1 ? begins : sql``})`
  })
  return each.length > 0 ? sql.join(each, sql` && `) : sql`''::tsquery`
}

function filters(
  actor: Actor,
  { from, has, before, after, in: place }: MessageQuery,
  roomId: string | null,
): SQL[] {
  // A day begins at midnight where its reader lives.
  const startOf = (day: string) => sql`(${day}::date)::timestamp at time zone ${actor.timeZone}`
  return [
    ...(from === 'me' ? [sql`x.author_id = ${actor.personId}`] : []),
    ...(from && from !== 'me'
      ? [sql`x.author_id = (select a.id from person a where a.handle = ${from})`]
      : []),
    ...has.map((part) => parts[part](actor, roomId)),
    ...(before
      ? [sql`x.created_at < ${startOf(before)} and x.id < ${idAt(startOf(before), '1 minute')}`]
      : []),
    ...(after
      ? [sql`x.created_at >= ${startOf(after)} and x.id > ${idAt(startOf(after), '-1 minute')}`]
      : []),
    ...(place
      ? [
          sql`x.room_id = (select r.id from room r join project p on p.id = r.project_id where p.slug = ${place})`,
        ]
      : []),
  ]
}

/**
 * About the least id of that moment (RFC 9562, version 7). There is no index by time, and none is needed: the
 * one of ids is in that order but for the moment between the making of an id and the look at the clock.
 */
const idAt = (moment: SQL, later: string): SQL => sql`
  rpad(lpad(to_hex((1000 * extract(epoch from ${moment} + ${later}::interval))::bigint), 12, '0'), 32, '0')::uuid`

function toFound(row: Row): FoundMessage {
  return {
    id: row.id,
    roomId: row.room_id,
    roomTitle: titleOf(row),
    seq: Number(row.seq),
    threadId: row.thread_id,
    author: { id: row.author_id, handle: row.handle, name: row.name, line: row.line },
    createdAt: new Date(row.created_at).toISOString(),
    excerpt: inPieces(row.excerpt),
  }
}

function inPieces(marked: string): FoundMessage['excerpt'] {
  return marked
    .replace(/\s+/g, ' ')
    .replaceAll(less, '<')
    .split(opens)
    .flatMap((piece, at) => {
      const [found = '', rest = ''] = at === 0 ? ['', piece] : piece.split(closes)
      return [
        { text: found, found: true },
        { text: rest, found: false },
      ]
    })
    .filter(({ text }) => text !== '')
}
