import pg from 'pg'
import { openWorld, wordOf } from '../browse/world'

const batch = 10_000
const people = 5_000
const rooms = 1_000
const members = 10
/** One person is in so many of the rooms, the largest among them; the others are in a few. */
const roomsOfOne = 50
const days = 300

/**
 * A long past: so many messages over a thousand rooms, of which the n-th has 1/n as many as the first. Words
 * follow Zipf's law too; some messages have links, code, files or pictures. The same for the same seed.
 */
export async function loadPast(url: string, size: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'`,
    )
    const { rows: indexes } = await client.query<{ definition: string }>(
      `select indexdef as definition from pg_indexes where indexname = 'message_search'`,
    )
    await client.query('drop index message_search')
    const teams = await makeTeams(client)
    const world = openWorld(1)
    const seqs = teams.map(() => 0)
    const begun = Date.now() - days * 86_400_000
    for (let done = 0; done < size; done += batch) {
      const made = Array.from({ length: Math.min(batch, size - done) }, (_, at) => {
        const room = world.zipf(teams.length)
        const seq = (seqs[room] ?? 0) + 1
        seqs[room] = seq
        const time = Math.floor(begun + ((done + at) / size) * days * 86_400_000)
        const words = Array.from({ length: 3 + world.below(20) }, () => wordOf(world.zipf(40_000)))
        if (world.next() < 0.03) words.push(`https://example.com/${wordOf(world.below(40_000))}`)
        if (world.next() < 0.05) words.push(`\`${wordOf(world.below(40_000))}()\``)
        const file: Made['file'] =
          world.next() < 0.01 ? (world.next() < 0.5 ? 'file' : 'picture') : null
        const { roomId = '', personIds = [] } = teams[room] ?? {}
        const personId = personIds[world.below(personIds.length)]
        return { time, roomId, personId, seq, body: words.join(' '), file }
      })
      await insert(client, made)
    }
    // Everybody has read, some days ago, and more or less of what was said since.
    await client.query(`
      insert into room_read (person_id, room_id, last_read_seq)
      select s.person_id, s.room_id, greatest(0, r.seq - r.seq / 100 - (hashtext(s.person_id::text) & 255))
      from seat s join room r on r.id = s.room_id`)
    for (const { definition } of indexes) await client.query(definition)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

type Team = { roomId: string; personIds: string[] }
type Made = {
  time: number
  roomId: string
  personId: string | undefined
  seq: number
  body: string
  file: 'file' | 'picture' | null
}

/** By their size, the largest first. The first person is in every twentieth. */
async function makeTeams(client: pg.Client): Promise<Team[]> {
  const { rows } = await client.query<Team>(
    `with people as (
       insert into person (email, handle, name)
       select 'n' || n || '@example.com', 'p' || n, 'Person ' || n from generate_series(1, $1::int) n
       returning id, substr(handle, 2)::int as n
     ),
     projects as (
       insert into project (slug, title, pitch, description, hours_per_week, time_zone, window_start, window_end)
       select 'room-' || n, 'Room ' || n, 'A room', 'A room', 5, 'UTC', 1080, 1320
       from generate_series(1, $2::int) n returning id, substr(slug, 6)::int as n
     ),
     places as (
       insert into room (kind, project_id) select 'project', id from projects returning id, project_id
     ),
     seated as (
       select p.id as project_id, p.n,
         case when m = 1 and p.n % ($2::int / $4::int) = 1 then 1
           else 2 + (p.n * 7919 + m * 104729) % ($1::int - 1) end as who, m
       from projects p, generate_series(1, $3::int) m
     ),
     joined as (
       insert into membership (project_id, person_id, role)
       select s.project_id, w.id, case when s.m = 1 then 'owner' else 'member' end
       from seated s join people w on w.n = s.who returning project_id, person_id
     )
     select l.id as "roomId", array_agg(j.person_id) as "personIds"
     from projects p join places l on l.project_id = p.id join joined j on j.project_id = p.id
     group by l.id, p.n order by p.n`,
    [people, rooms, members, roomsOfOne],
  )
  return rows
}

async function insert(client: pg.Client, made: Made[]) {
  const all = <T>(of: (one: Made) => T) => made.map(of)
  await client.query(
    `with given as (
       select uuidv7(to_timestamp(time / 1000.0) - clock_timestamp()) as id, room_id, person_id, seq, body, file,
         to_timestamp(time / 1000.0)::timestamptz(3) as at
       from unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::text[])
         as g(time, room_id, person_id, seq, body, file)
     ),
     messages as (
       insert into message (id, room_id, author_id, client_id, seq, body, created_at)
       select id, room_id, person_id, gen_random_uuid(), seq, body, at from given
     ),
     events as (
       insert into room_event (room_id, seq, kind, actor_id, payload, created_at)
       select room_id, seq, 'message:created', person_id, jsonb_build_object('messageId', id), at from given
     ),
     files as (
       insert into attachment (room_id, person_id, message_id, remove_at, name, type, bytes, width, height, key, thumbnail_key)
       select room_id, person_id, id, null, 'notes', case file when 'file' then 'text/plain' else 'image/webp' end,
         1000, case file when 'picture' then 100 end, case file when 'picture' then 100 end, id::text,
         case file when 'picture' then id::text || '-small' end
       from given where file is not null
     )
     update room r set seq = greatest(r.seq, n.seq)
     from (select room_id, max(seq) as seq from given group by room_id) n where n.room_id = r.id`,
    [
      ...[all((m) => m.time), all((m) => m.roomId), all((m) => m.personId), all((m) => m.seq)],
      ...[all((m) => m.body), all((m) => m.file)],
    ],
  )
}
