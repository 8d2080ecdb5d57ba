import { bindStatement, freeStatement } from '@/domain/attachments/bind-files'
import { quotedText } from './quoted-text'

/*
 * One statement, one round trip: it checks and locks the seat and a reply's thread, takes the room's next
 * number (the same row lock as takeSequence), stores the message with whom it mentions and what it asks, moves
 * its thread on, and logs the event. Files are locked before the room, and only if all of them are one's own and free anything
 * is stored. A repeat that slips past the `not exists` while the first is still uncommitted breaks
 * `message_once`, which rolls the number back.
 */
export const sendStatement = (seatStatement: string) => `
with seat as materialized (${seatStatement}),
replied as (
  select x.id, ${quotedText('x')} as body, p.name from message x join person p on p.id = x.author_id
  where x.id = $5 and x.room_id = $1
),
-- Locked before the room, as by whoever deletes a reply.
root as materialized (
  select x.id, x.author_id, x.seq from message x, seat
  where x.id = $6 and x.room_id = $1 and x.thread_id is null for update of x
),
files as materialized (${freeStatement('$9')}),
taken as (
  update room set seq = room.seq + 1 from seat
  where room.id = seat.room_id
    and ($5::uuid is null or exists (select from replied))
    and ($6::uuid is null or exists (select from root))
    and (select count(*) from files) = cardinality($9::uuid[])
    and not exists (
      select from message x where x.room_id = $1 and x.author_id = $2 and x.client_id = $3
    )
  returning room.id, room.seq, $8::boolean and room.kind <> 'step' as here
),
named as materialized (
  select p.id from person p join public.seat s on s.person_id = p.id
  where s.room_id = $1 and p.handle = any($7::citext[])
),
made as (
  insert into message
    (room_id, author_id, client_id, seq, body, reply_to_id, thread_id, mentions, here, created_at)
  select taken.id, $2, $3, taken.seq, $4, $5, $6, array(select id from named order by id), taken.here,
    clock_timestamp()
  from taken
  returning id, seq, mentions, here, created_at
),
bound as (${bindStatement('$9')}),
asking as (
  insert into poll (message_id, options, multiple)
  select made.id, $10::text[], $11::boolean from made where $10::text[] is not null
),
reached as (
  insert into mention (message_id, person_id, room_id, seq, thread_id)
  select made.id, s.person_id, $1, made.seq, $6 from made, public.seat s
  where cardinality($7::citext[]) + $8::boolean::int > 0 and s.room_id = $1 and s.person_id <> $2
    and (made.here or s.person_id = any(made.mentions))
  returning person_id
),
rooted as (
  update message set reply_count = message.reply_count + 1, last_reply_at = made.created_at,
    thread_seq = made.seq, repliers = case
      when $2 = any(message.repliers) or cardinality(message.repliers) = 3 then message.repliers
      else message.repliers || $2::uuid end
  from made where message.id = $6
  returning message.reply_count as replies, message.repliers
),
-- Whoever wrote or is mentioned in a thread follows it, from where it is new to them.
followed as (
  insert into thread_read (thread_id, person_id, room_id, last_read_seq)
  select $6, f.person_id, $1,
    case when f.person_id = $2 then (select seq from made) else min(f.read) end
  from (
    select $2::uuid as person_id, made.seq as read from made
    union all select author_id, seq from root
    union all select m.person_id, m.seq from mention m, root where m.message_id = root.id
    union all select reached.person_id, made.seq - 1 from reached, made
  ) f
  where exists (select from rooted) group by f.person_id
  on conflict (thread_id, person_id) do nothing
),
logged as (
  insert into room_event (room_id, seq, kind, actor_id, payload, created_at)
  select $1, made.seq, 'message:created', $2, jsonb_strip_nulls(jsonb_build_object(
    'messageId', made.id, 'threadId', $6::uuid, 'thread', case when rooted.replies > 0 then
      jsonb_build_object('replies', rooted.replies, 'personIds', rooted.repliers,
        'lastReplyAt', made.created_at, 'seq', made.seq) end)), made.created_at
  from made left join rooted on true
)
select made.id, made.seq, made.created_at, made.mentions, made.here, p.handle, p.name, p.line,
  replied.name as replied_name, replied.body as replied_body, rooted.replies, rooted.repliers,
  array(select person_id from reached) as reached
from made join person p on p.id = $2 left join replied on true left join rooted on true`

export type Stored = {
  id: string
  seq: string
  created_at: Date
  mentions: string[]
  here: boolean
  handle: string
  name: string
  line: number
  replied_name: string | null
  replied_body: string | null
  /** Null outside threads. */
  replies: number | null
  repliers: string[] | null
  /** Whom it mentions. */
  reached: string[]
}
