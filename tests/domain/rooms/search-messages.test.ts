import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseMessageQuery } from '@/contracts/message-search'
import { db } from '@/db/client'
import { project, room } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { setStepState } from '@/domain/roadmap/set-step-state'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { editMessage } from '@/domain/rooms/edit-message'
import { enterStepRoom } from '@/domain/rooms/enter-step-room'
import { openDirectRoom } from '@/domain/rooms/open-direct-room'
import { searchMessages } from '@/domain/rooms/search-messages'
import { sendMessage } from '@/domain/rooms/send-message'
import { removeMember } from '@/domain/teams/remove-member'
import { upload } from '@/tests/support/attachments'
import { createCatalogue } from '@/tests/support/catalogue'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

beforeAll(createCatalogue)

async function setUp() {
  const [owner, member, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const made = await createProject(owner)
  await addMember(made.id, member)
  return { owner, member, outsider, projectId: made.id, roomId: made.roomId }
}
const say = async (actor: Actor, roomId: string, body: string, attachmentIds: string[] = []) => {
  const { event } = await sendMessage(actor, {
    roomId,
    clientId: randomUUID(),
    body,
    replyToId: null,
    attachmentIds,
  })
  if (event.kind !== 'message:created') throw new Error(event.kind)
  return event.message
}
const search = (
  actor: Actor,
  query: string,
  roomId: string | null = null,
  after: string | null = null,
) => searchMessages(actor, { roomId, query, after })
/** The texts that a search finds, with what was found between brackets. */
const found = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).messages.map(({ excerpt }) =>
    excerpt.map((piece) => (piece.found ? `[${piece.text}]` : piece.text)).join(''),
  )

describe('searching messages', () => {
  it('finds words, stems, beginnings and pieces of code, newest first, and marks them', async () => {
    const { owner, member, roomId } = await setUp()
    await say(owner, roomId, 'We deploy on Monday')
    await say(member, roomId, 'Deploying `room.seq` with takeSequence(tx)')
    await say(owner, roomId, 'Über den Fluss <b>deployed</b>')
    expect(await found(member, 'deploy')).toEqual([
      'Über den Fluss <b>[deployed]</b>',
      '[Deploying] `room.seq` with takeSequence(tx)',
      'We [deploy] on Monday',
    ])
    expect(await found(member, 'monday DEPLOY', roomId)).toHaveLength(1)
    expect(await found(member, 'mon', roomId)).toEqual(['We deploy on [Monday]'])
    for (const piece of ['seq', 'room.seq', 'takesequ', 'sequence', 'take', 'tx)'])
      expect(await found(member, piece), piece).toHaveLength(1)
    expect(await found(member, 'über', roomId)).toHaveLength(1)
    for (const nothing of ['nowhere', '–', "'; drop table message; --", 'deploy nowhere'])
      expect(await search(member, nothing), nothing).toEqual({ messages: [], next: null })
  })

  it('narrows down by who, what, when and where', async () => {
    const { owner, member, projectId, roomId } = await setUp()
    const other = await createProject(member)
    await say(owner, roomId, 'Plan: https://example.com/plan')
    await say(member, roomId, 'Plan: `npm test`')
    await say(member, other.roomId, 'Plan elsewhere')
    await db().execute(sql`
      update message set created_at = '2026-03-01T12:00:00Z',
        id = uuidv7('2026-03-01T12:00:00Z'::timestamptz - clock_timestamp())
      where body like '%npm test%'`)
    const [{ slug } = { slug: '' }] = await db()
      .select({ slug: project.slug })
      .from(project)
      .where(eq(project.id, projectId))
    const has = async (query: string) => (await found(member, `plan ${query}`)).length
    expect(await has('')).toBe(3)
    expect(await has(`from:${owner.handle}`)).toBe(1)
    expect(await has('from:me')).toBe(2)
    expect(await has('has:link')).toBe(1)
    expect(await has('has:code')).toBe(1)
    expect(await has(`in:${slug}`)).toBe(2)
    expect(await has('before:2026-03-01')).toBe(0)
    expect(await has('before:2026-03-02 after:2026-03-01')).toBe(1)
    expect(await has('after:2026-03-02')).toBe(2)
    expect((await search(member, 'has:code')).messages).toHaveLength(1)
    for (const wrong of [
      '',
      '  ',
      "':*",
      'has:cheese',
      'before:soon',
      'after:2026-02-31',
      'from:',
      'in:a/b',
    ])
      await expect(search(member, wrong), wrong).rejects.toMatchObject({ code: 'Invalid' })
  })

  it('finds files and pictures, by themselves too, and shows their names', async () => {
    const { owner, member, roomId } = await setUp()
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const notes = await upload(owner, roomId, 'words', 'notes.txt')
    const plan = await upload(owner, roomId, picture, 'plan.png')
    await say(owner, roomId, 'Plan without any')
    await say(owner, roomId, '', [notes.id])
    const both = await say(owner, roomId, 'The plan in red', [plan.id])
    expect(await found(member, 'has:file')).toEqual(['The plan in red', 'notes.txt'])
    expect(await found(member, 'has:picture', roomId)).toEqual(['The plan in red'])
    expect(await found(member, 'plan has:file')).toEqual(['The [plan] in red'])
    await deleteMessage(owner, { roomId, messageId: both.id })
    expect(await found(member, 'has:picture')).toEqual([])
  })

  it('finds nothing deleted, nothing as it was before an edit, and nothing of rooms one is not in', async () => {
    const { owner, member, outsider, projectId, roomId } = await setUp()
    const gone = await say(owner, roomId, 'A secret regret')
    const kept = await say(owner, roomId, 'A secret plan')
    expect(await found(member, 'secret')).toHaveLength(2)
    await deleteMessage(owner, { roomId, messageId: gone.id })
    await editMessage(owner, { roomId, messageId: kept.id, body: 'A public plan' })
    expect(await found(member, 'secret')).toEqual([])
    expect(await found(member, 'public')).toHaveLength(1)

    expect(await found(outsider, 'public')).toEqual([])
    await expect(search(outsider, 'public', roomId)).rejects.toMatchObject({ code: 'NotFound' })
    await removeMember(owner, { projectId, personId: member.personId })
    expect(await found(member, 'public')).toEqual([])
    await expect(search(member, 'public', roomId)).rejects.toMatchObject({ code: 'NotFound' })
  })

  it('says of every kind of room what it is called, and takes signs for no question to the database', async () => {
    const { owner, member, roomId } = await setUp()
    const direct = await openDirectRoom(owner, { handle: member.handle })
    const stepId = 'databases'
    for (const who of [owner, member]) await setStepState(who, { stepId, state: 'learning' })
    const step = await enterStepRoom(owner, { stepId })
    await enterStepRoom(member, { stepId })
    for (const place of [roomId, direct.roomId, step.roomId]) await say(owner, place, 'Zugzwang')
    const titles = (await search(member, 'zugzwang')).messages.map((each) => each.roomTitle)
    const [{ title } = { title: '' }] = await db()
      .select({ title: project.title })
      .from(project)
      .innerJoin(room, eq(room.projectId, project.id))
      .where(eq(room.id, roomId))
    expect(titles).toEqual(['Databases', owner.name, title])
    for (const odd of ["o'brien’s", "it''s \\' & | ! :*", '<b>ü</b>', '\ud800', '\u0000zugzwang'])
      await search(member, odd).catch((error: Error) => expect(error.name).toBe('Invalid'))
  })

  it('goes on from where a page ended', async () => {
    const { owner, roomId } = await setUp()
    for (let each = 1; each <= 45; each++) await say(owner, roomId, `line ${each}`)
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await search(owner, 'line', roomId, after)
      seen.push(...page.messages.map(({ excerpt }) => excerpt.map(({ text }) => text).join('')))
      after = page.next
    } while (after)
    expect(seen).toEqual(Array.from({ length: 45 }, (_, at) => `line ${45 - at}`))
  })
})

it('takes a query apart', () => {
  expect(parseMessageQuery('  from:@Maya has:LINK room.seq before:2026-11-01 ')).toEqual({
    words: ['room', 'seq'],
    from: 'maya',
    has: ['link'],
    before: '2026-11-01',
    after: null,
    in: null,
  })
  expect(parseMessageQuery('note:this')).toMatchObject({ words: ['note', 'this'] })
  expect(parseMessageQuery('one '.repeat(13))).toMatch(/twelve/)
})
