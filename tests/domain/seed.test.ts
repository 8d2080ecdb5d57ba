import { verify } from '@node-rs/argon2'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { rangeOf } from '@/components/marks/anchors'
import { textName } from '@/contracts/documents'
import { roomEvent as roomEventContract } from '@/contracts/realtime'
import { taskStates } from '@/contracts/tasks'
import { applicationStatuses, invitationStatuses, projectStatuses } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import { documentUpdate, message, person, task } from '@/db/schema'
import { demoLogins, seedDemo, syncReferenceData } from '@/db/seed'
import { loadMarks, selectMarks } from '@/domain/marks/load-marks'
import { getRoom } from '@/domain/rooms/get-room'
import { joinRoom } from '@/domain/rooms/join-room'
import { loadRuns } from '@/domain/runs/load-runs'
import { loadTasks } from '@/domain/tasks/load-tasks'
import { loadVersions } from '@/domain/versions/load-versions'

const databaseUrl = () => process.env.DATABASE_URL ?? ''
async function query<T extends Record<string, unknown>>(statement: ReturnType<typeof sql>) {
  return (await db().execute<T>(statement)).rows
}
const count = async (statement: ReturnType<typeof sql>) =>
  (await query<{ n: number }>(sql`select count(*)::int as n from (${statement}) x`))[0]?.n ?? 0

let seeded: boolean[] = []
beforeAll(async () => {
  await syncReferenceData(databaseUrl())
  // Two processes at once, then once more.
  seeded = await Promise.all([seedDemo(databaseUrl()), seedDemo(databaseUrl())])
  seeded.push(await seedDemo(databaseUrl()))
})

describe('the demo', () => {
  it('is made once, however often it is asked for', async () => {
    expect(seeded.filter(Boolean)).toHaveLength(1)
    expect(await count(sql`select 1 from person where handle = 'maya'`)).toBe(1)
  })

  it('is large enough, with every state of everything, on every step', async () => {
    expect(await count(sql`select 1 from person`)).toBeGreaterThanOrEqual(28)
    expect(await count(sql`select 1 from project`)).toBeGreaterThanOrEqual(45)
    const states = async (table: string) =>
      (await query<{ status: string }>(sql`select distinct status from ${sql.raw(table)}`))
        .map((row) => row.status)
        .sort()
    expect(await states('project')).toEqual([...projectStatuses].sort())
    expect(await states('application')).toEqual([...applicationStatuses].sort())
    expect(await states('invitation')).toEqual(
      expect.arrayContaining(invitationStatuses.filter((status) => status !== 'revoked')),
    )
    const bare = sql`select 1 from step s where not exists (
      select from project_step ps join project p on p.id = ps.project_id
      where ps.step_id = s.id and p.status in ('open', 'in_progress'))`
    expect(await count(bare)).toBe(0)
  })

  it('gives passwords to the demo logins alone, and they fit', async () => {
    const rows = await db().select().from(person)
    const withPassword = rows.filter((row) => row.passwordHash)
    expect(withPassword.map((row) => row.email).sort()).toEqual(
      demoLogins.map((login) => login.email).sort(),
    )
    for (const login of demoLogins) {
      const row = withPassword.find((each) => each.email === login.email)
      expect(row?.name).toBe(login.name)
      expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
      expect(await verify(row?.passwordHash ?? '', login.password)).toBe(true)
    }
  })

  it('lies wholly in the past, and nothing happens before its project exists', async () => {
    for (const [table, column] of [
      ['person', 'created_at'],
      ['step_progress', 'changed_at'],
      ['membership', 'joined_at'],
      ['application', 'created_at'],
      ['application', 'decided_at'],
      ['invitation', 'decided_at'],
      ['notification', 'created_at'],
      ['room_event', 'created_at'],
      ['message', 'created_at'],
      ['message', 'edited_at'],
    ])
      expect(
        await count(sql.raw(`select 1 from ${table} where ${column} > now()`)),
        `${table}.${column}`,
      ).toBe(0)
    for (const [table, column] of [
      ['membership', 'joined_at'],
      ['application', 'created_at'],
      ['invitation', 'created_at'],
    ])
      expect(
        await query(
          sql.raw(`select p.slug, x.id from ${table} x join project p on p.id = x.project_id
            where x.${column} < p.created_at`),
        ),
        table,
      ).toEqual([])
    const early = sql`select 1 from membership m join project p on p.id = m.project_id
      join person who on who.id = m.person_id where m.joined_at < who.created_at`
    expect(await count(early)).toBe(0)
  })
})

describe('teams', () => {
  it('count exactly the seats that members hold', async () => {
    const wrong = await query(sql`
      select p.slug, o.title, o.filled, count(m.id)::int as held from opening o
      join project p on p.id = o.project_id
      left join membership m on m.opening_id = o.id and m.status in ('active', 'inactive', 'completed')
      group by p.slug, o.id having count(m.id) <> o.filled
        or (o.status = 'filled') <> (o.filled = o.seats) and o.status in ('open', 'filled')`)
    expect(wrong).toEqual([])
  })

  it('have one owner each, and everybody else an accepted request for their seat', async () => {
    const owners = sql`select project_id from membership
      where role = 'owner' and status in ('active', 'completed')
      group by project_id having count(*) = 1`
    expect(await count(owners)).toBe(await count(sql`select 1 from project`))
    const uninvited = sql`select 1 from membership m where m.role <> 'owner' and not exists (
      select from application a where a.opening_id = m.opening_id
        and a.person_id = m.person_id and a.status = 'accepted'
      union all
      select from invitation i where i.opening_id = m.opening_id
        and i.person_id = m.person_id and i.status = 'accepted')`
    expect(await count(uninvited)).toBe(0)
  })

  it('keep requests waiting only where a seat is free, and never from their own members', async () => {
    for (const table of ['application', 'invitation'].map(sql.raw)) {
      const impossible = await query(sql`
        select p.slug, who.handle from ${table} r
        join opening o on o.id = r.opening_id join project p on p.id = r.project_id
        join person who on who.id = r.person_id
        where r.status = 'pending' and (
          o.status <> 'open' or o.filled >= o.seats or p.status not in ('open', 'in_progress')
          or not p.accepting_members or r.expires_at <= now() or r.decided_at is not null
          or exists (select from membership m where m.project_id = p.id
            and m.person_id = r.person_id and m.status in ('active', 'inactive')))`)
      expect(impossible).toEqual([])
      expect(
        await count(sql`select 1 from ${table} r where status <> 'pending' and decided_at is null`),
      ).toBe(0)
    }
  })

  it('give Maya requests to decide, and Linh one request, one invitation and no team', async () => {
    const forMaya = sql`select 1 from application a
      join membership m on m.project_id = a.project_id and m.role = 'owner'
      join person who on who.id = m.person_id
      where who.handle = 'maya' and a.status = 'pending'`
    expect(await count(forMaya)).toBeGreaterThanOrEqual(3)
    const linh = sql`(select id from person where handle = 'linh')`
    expect(
      await query(sql`select
        (select count(*)::int from application where person_id = ${linh} and status = 'pending') as asked,
        (select count(*)::int from invitation where person_id = ${linh} and status = 'pending') as invited,
        (select count(*)::int from membership where person_id = ${linh}) as teams,
        (select count(*)::int from step_progress where person_id = ${linh} and state = 'done') as done,
        (select string_agg(step_id, ',') from step_progress
          where person_id = ${linh} and state = 'learning') as learning,
        (select count(*)::int from user_skill where person_id = ${linh} and intent = 'has') as has`),
    ).toEqual([{ asked: 1, invited: 1, teams: 0, done: 6, learning: 'databases', has: 3 }])
  })
})

describe('rooms', () => {
  it('exist for every project, with dense numbers in order of time', async () => {
    expect(await count(sql`select 1 from room`)).toBe(await count(sql`select 1 from project`))
    const gaps = sql`select r.id from room r left join room_event e on e.room_id = r.id
      group by r.id having r.seq <> count(e.seq) or r.seq <> coalesce(max(e.seq), 0)`
    expect(await count(gaps)).toBe(0)
    const backwards = sql`select 1 from (select created_at,
      lag(created_at) over (partition by room_id order by seq) as before from room_event) e
      where created_at < before`
    expect(await count(backwards)).toBe(0)
  })

  it('hold events that replay to the messages and reactions that are stored', async () => {
    const events = await query<{
      room_id: string
      seq: string
      kind: string
      payload: Record<string, unknown>
    }>(sql`select room_id, seq, kind, payload from room_event order by room_id, seq`)
    const people = new Map((await db().select().from(person)).map((row) => [row.id, row]))
    const messages = new Map((await db().select().from(message)).map((row) => [row.id, row]))
    const idsOf = (name: string) => [
      ...new Set(events.flatMap(({ payload }) => (payload[name] ? [String(payload[name])] : []))),
    ]
    const marks = await loadMarks(db(), idsOf('markId'))
    const tasks = await loadTasks(db(), idsOf('taskId'))
    const runs = await loadRuns(db(), idsOf('runId'))
    const versions = await loadVersions(db(), idsOf('versionId'))
    const reactions = new Set<string>()
    for (const event of events) {
      const stored = messages.get(String(event.payload.messageId))
      const author = stored && people.get(stored.authorId)
      const seq = Number(event.seq)
      if (event.kind === 'message:created') expect(stored?.seq).toBe(seq)
      if (event.kind === 'reaction:added')
        reactions.add(`${event.payload.messageId} ${event.payload.emoji} ${event.payload.personId}`)
      const whole = roomEventContract.safeParse({
        ...event.payload,
        roomId: event.room_id,
        seq,
        at: new Date().toISOString(),
        kind: event.kind,
        mark: marks.get(String(event.payload.markId)),
        task: tasks.get(String(event.payload.taskId)),
        run: runs.get(String(event.payload.runId)),
        version: versions.get(String(event.payload.versionId)),
        // What the log leaves out because `message` alone keeps it.
        messageSeq: stored?.seq,
        authorId: stored?.authorId,
        threadId: stored?.threadId ?? null,
        thread: null,
        body: stored?.body,
        mentions: stored?.mentions,
        here: stored?.here,
        message: stored && {
          ...stored,
          author,
          ...{ replyTo: null, thread: null },
          createdAt: stored.createdAt.toISOString(),
          editedAt: stored.editedAt?.toISOString() ?? null,
          deleted: stored.deletedAt !== null,
          reactions: [],
          attachments: [],
          poll: null,
        },
      })
      expect(whole.error?.issues, event.kind).toBeUndefined()
    }
    const kept = await query<{ key: string }>(
      sql`select message_id || ' ' || emoji || ' ' || person_id as key from reaction`,
    )
    expect(new Set(kept.map((row) => row.key))).toEqual(reactions)
    const created = events.filter((event) => event.kind === 'message:created')
    expect(created).toHaveLength(messages.size)
  })

  it('have runs that turned green, a version of each, and a link to one', async () => {
    const [red, green] = await query<{ id: string; outcome: string }>(
      sql`select id, outcome from run order by created_at`,
    )
    expect([red?.outcome, green?.outcome]).toEqual(['failed', 'passed'])
    const kept = await query<{ reason: string; run_id: string | null; files: number }>(sql`
      select v.reason, v.run_id, count(f.*)::int as files from version v
      join version_file f on f.version_id = v.id group by v.id order by v.seq`)
    expect(kept).toEqual([
      { reason: 'named', run_id: null, files: 5 },
      { reason: 'green_run', run_id: green?.id, files: 5 },
    ])
    const [linked] = await query(
      sql`select 1 as found from message where body like ${`%?run=${green?.id}%`}`,
    )
    expect(linked).toBeDefined()
  })

  it('replay through the domain to what a fresh page shows', async () => {
    const [place] = await query<{ id: string; personId: string }>(sql`
      select r.id, m.person_id as "personId" from room r
      join project p on p.id = r.project_id join membership m on m.project_id = p.id
      where p.slug = 'tidewatch-harbour-sensor-api' and m.role = 'owner'`)
    const maya = {
      personId: place?.personId ?? '',
      sessionId: '',
      handle: 'maya',
      name: 'Maya Okafor',
      line: 1,
      timeZone: 'Africa/Lagos',
    }
    const roomId = place?.id ?? ''
    const page = await getRoom(maya, { roomId })
    const joined = await joinRoom(maya, { roomId, afterSeq: 0 })
    expect(joined).toMatchObject({ seq: page.seq, more: false, startAfresh: false })
    expect(joined.events.map((event) => event.seq)).toEqual(
      Array.from({ length: page.seq }, (_, index) => index + 1),
    )
    for (const event of joined.events) expect(roomEventContract.parse(event)).toEqual(event)
    const told = joined.events.flatMap((event) =>
      event.kind === 'message:created' ? [event.message.id] : [],
    )
    expect(page.messages.map((each) => each.id)).toEqual(told.slice(-page.messages.length))
    expect(page.unread.lastReadSeq).toBeLessThan(page.seq)
  })

  it('are spoken and reacted in by the team alone, after they joined', async () => {
    const strangers = await query(sql`
      select p.slug, who.handle from message x join room r on r.id = x.room_id
      join project p on p.id = r.project_id join person who on who.id = x.author_id
      where not exists (select from membership m where m.project_id = p.id
        and m.person_id = x.author_id and m.joined_at <= x.created_at)
      union all
      select p.slug, who.handle from reaction k join message x on x.id = k.message_id
      join room r on r.id = x.room_id join project p on p.id = r.project_id
      join person who on who.id = k.person_id
      where not exists (select from membership m where m.project_id = p.id and m.person_id = k.person_id)`)
    expect(strangers).toEqual([])
  })

  it('have questions that stand on their words, and a board with something in every state', async () => {
    const marks = await selectMarks(db(), undefined)
    expect(marks).toHaveLength(2)
    for (const each of marks) {
      const file = new Y.Doc()
      for (const { bytes } of await db()
        .select()
        .from(documentUpdate)
        .where(eq(documentUpdate.documentId, each.documentId)))
        Y.applyUpdate(file, bytes)
      const text = file.getText(textName)
      const range = rangeOf(text, each)
      expect(text.toString().slice(range?.from, range?.to)).toBe(each.quote)
    }
    const tasks = await db().select().from(task)
    expect(tasks.map(({ state }) => state).sort()).toEqual([...taskStates].sort())
    expect(tasks.filter(({ markId }) => markId)).toHaveLength(1)
  })

  it('have one real conversation, with a reply, an edit, a delete, and something unread for Maya', async () => {
    const [tidewatch] = await query(sql`
      select count(*)::int as messages, count(x.reply_to_id)::int as replies,
        count(x.edited_at)::int as edited, count(x.deleted_at)::int as deleted,
        count(*) filter (where x.body = '' and x.deleted_at is null)::int as empty,
        count(*) filter (where x.seq > rr.last_read_seq and x.author_id <> maya.id)::int as unread
      from project p join room r on r.project_id = p.id join message x on x.room_id = r.id
      join person maya on maya.handle = 'maya'
      join room_read rr on rr.room_id = r.id and rr.person_id = maya.id
      where p.slug = 'tidewatch-harbour-sensor-api'`)
    expect(tidewatch).toMatchObject({ empty: 0, deleted: 1, edited: 1 })
    expect(tidewatch?.messages).toBeGreaterThanOrEqual(38)
    expect(tidewatch?.replies).toBeGreaterThanOrEqual(1)
    expect(tidewatch?.unread).toBeGreaterThanOrEqual(1)
    const ahead = sql`select 1 from room_read rr join room r on r.id = rr.room_id
      where rr.last_read_seq > r.seq`
    expect(await count(ahead)).toBe(0)
  })
})
