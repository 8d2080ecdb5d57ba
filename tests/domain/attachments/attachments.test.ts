import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { attachmentName, receiveAttachmentInput } from '@/contracts/attachments'
import { sendMessageInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { attachment, membership, person, project } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { describeAttachment } from '@/domain/attachments/describe-attachment'
import { discardAttachment } from '@/domain/attachments/discard-attachment'
import { openAttachment } from '@/domain/attachments/open-attachment'
import { pruneAttachments } from '@/domain/attachments/prune-attachments'
import { receiveAttachment } from '@/domain/attachments/receive-attachment'
import { sweepAttachments } from '@/domain/attachments/sweep-attachments'
import { decideReport } from '@/domain/moderation/decide-report'
import { listReports } from '@/domain/moderation/list-reports'
import { setStepState } from '@/domain/roadmap/set-step-state'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { enterStepRoom } from '@/domain/rooms/enter-step-room'
import { getRoom } from '@/domain/rooms/get-room'
import { joinRoom } from '@/domain/rooms/join-room'
import { listRooms } from '@/domain/rooms/list-rooms'
import { mutePerson } from '@/domain/rooms/mute-person'
import { openDirectRoom } from '@/domain/rooms/open-direct-room'
import { reportMessage } from '@/domain/rooms/report-message'
import { restoreMessage } from '@/domain/rooms/restore-message'
import { sendMessage } from '@/domain/rooms/send-message'
import { setSlowMode } from '@/domain/rooms/set-slow-mode'
import { env } from '@/env'
import { streamOf, upload } from '@/tests/support/attachments'
import { createCatalogue } from '@/tests/support/catalogue'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

beforeAll(createCatalogue)

async function setUp() {
  const [owner, member, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const { id, roomId } = await createProject(owner)
  await addMember(id, member)
  return { owner, member, outsider, projectId: id, roomId }
}
const send = (actor: Actor, roomId: string, attachmentIds: string[], more: object = {}) =>
  sendMessage(
    actor,
    sendMessageInput.parse({ roomId, clientId: randomUUID(), body: '', attachmentIds, ...more }),
  )
async function contentOf(actor: Actor, attachmentId: string, small = false) {
  const opened = await openAttachment(actor, { attachmentId, small })
  return Buffer.from(await new Response(await opened.read()).arrayBuffer())
}
/** Until a file's time has come. */
const letPass = (id: string) =>
  db()
    .update(attachment)
    .set({ removeAt: sql`now() - interval '1 ms'` })
    .where(eq(attachment.id, id))
const messagesOf = async (actor: Actor, roomId: string) =>
  (await getRoom(actor, { roomId })).messages
const folder = (...names: string[]) => path.join(env().DATA_DIR, 'files', ...names)
const filesOf = (roomId: string) => {
  const at = folder('kept', roomId)
  return fs.existsSync(at) ? fs.readdirSync(at).sort() : []
}
const incoming = () => (fs.existsSync(folder('incoming')) ? fs.readdirSync(folder('incoming')) : [])

describe('receiving', () => {
  it('keeps a file as it is, and a message of files alone carries them in their order', async () => {
    const { owner, member, roomId } = await setUp()
    const first = await upload(owner, roomId, 'one', 'one.txt')
    const second = await upload(owner, roomId, Buffer.from([0, 1, 2]), 'two.bin')
    expect([first, second]).toMatchObject([
      { type: 'text/plain', bytes: 3, picture: null, name: 'one.txt' },
      { type: 'application/octet-stream', bytes: 3, picture: null },
    ])
    const { event } = await send(owner, roomId, [second.id, first.id])
    const fresh = await messagesOf(member, roomId)
    expect(fresh.map((one) => one.attachments)).toEqual([[second, first]])
    expect(event).toMatchObject({ message: { body: '', attachments: [second, first] } })
    expect((await joinRoom(member, { roomId, afterSeq: 0 })).events).toEqual([event])
    expect((await contentOf(member, first.id)).toString()).toBe('one')
    expect(await listRooms(member)).toMatchObject([{ lastMessage: { excerpt: 'two.bin' } }])
    const { event: answer } = await send(member, roomId, [], {
      body: 'Thanks',
      replyToId: fresh[0]?.id,
    })
    expect(answer).toMatchObject({ message: { replyTo: { excerpt: 'two.bin' } } })
    expect((await messagesOf(owner, roomId)).at(-1)?.replyTo?.excerpt).toBe('two.bin')
  })

  it('draws pictures anew: turned upright, without what else was in them, with a small one', async () => {
    const { owner, roomId } = await setUp()
    const jpeg = await sharp({
      create: { width: 1200, height: 800, channels: 3, background: 'teal' },
    })
      .withMetadata({ orientation: 6, exif: { IFD0: { Copyright: 'whereabouts' } } })
      .jpeg()
      .toBuffer()
    expect(jpeg.includes('whereabouts')).toBe(true)
    const made = await upload(
      owner,
      roomId,
      Buffer.concat([jpeg, Buffer.from('<script>')]),
      'a.html',
    )
    expect(made).toMatchObject({ type: 'image/jpeg', picture: { width: 800, height: 1200 } })
    const kept = await contentOf(owner, made.id)
    expect(kept.byteLength).toBe(made.bytes)
    expect(kept.includes('whereabouts') || kept.includes('<script>')).toBe(false)
    const small = await sharp(await contentOf(owner, made.id, true)).metadata()
    expect(small).toMatchObject({ format: 'webp', height: 640 })
  })

  it('keeps an animation moving, as WebP', async () => {
    const { owner, roomId } = await setUp()
    const frames = Buffer.concat([Buffer.alloc(64 * 3, 250), Buffer.alloc(64 * 3, 9)])
    const gif = await sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
      .gif({ delay: [90, 90] })
      .toBuffer()
    const made = await upload(owner, roomId, gif, 'wave.gif')
    expect(made).toMatchObject({ type: 'image/webp', picture: { width: 8, height: 8 } })
    expect((await sharp(await contentOf(owner, made.id)).metadata()).pages).toBe(2)
  })

  it('never takes SVG, HTML or a renamed file for a picture', async () => {
    const { owner, roomId } = await setUp()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const [content, name] of [
      [svg, 'logo.png'],
      ['<!doctype html><script>alert(1)</script>', 'photo.jpg'],
      ['These are words', 'a.gif'],
    ] as const) {
      const made = await upload(owner, roomId, content, name)
      expect(made.picture).toBe(null)
      expect(await openAttachment(owner, { attachmentId: made.id })).toMatchObject({ type: null })
    }
  })

  it('refuses bombs and damaged pictures, and leaves nothing behind', async () => {
    const { owner, roomId } = await setUp()
    const create = { width: 9000, height: 9000, channels: 3, background: 'white' } as const
    const bomb = await sharp({ create }).png({ compressionLevel: 9 }).toBuffer()
    await expect(upload(owner, roomId, bomb, 'bomb.png')).rejects.toThrow('50 million pixels')
    const half = await sharp({ create: { ...create, width: 300, height: 300 } })
      .png()
      .toBuffer()
    await expect(upload(owner, roomId, half.subarray(0, 200), 'half.png')).rejects.toThrow(
      'damaged',
    )
    expect([filesOf(roomId), incoming()]).toEqual([[], []])
  })

  it('refuses what is longer or shorter than was said, or breaks off', async () => {
    const { owner, roomId } = await setUp()
    const take = (bytes: number, body: ReadableStream<Uint8Array>) =>
      receiveAttachment(owner, { roomId, name: 'a', bytes }, body)
    await expect(take(3, streamOf('1234'))).rejects.toThrow('longer than was said')
    await expect(take(5, streamOf('1234'))).rejects.toThrow('broke off')
    const breaking = new ReadableStream<Uint8Array>({
      pull: (stream) => stream.error(new Error('ECONNRESET')),
    })
    await expect(take(5, breaking)).rejects.toThrow('broke off')
    expect([filesOf(roomId), incoming()]).toEqual([[], []])
    const input = { roomId, name: 'a', bytes: 25 * 1024 * 1024 + 1 }
    expect(receiveAttachmentInput.safeParse(input).success).toBe(false)
  })

  it('takes no path out of a name, and keeps how it ends', () => {
    expect(attachmentName.parse('../../etc/pass\u202Ewd')).toBe('.._.._etc_passwd')
    expect(attachmentName.parse('')).toBe('file')
    expect(attachmentName.parse(`${'é'.repeat(500)}.tar.gz`)).toMatch(/^é{197}\.gz$/)
  })
})

describe('sending', () => {
  it('binds a file once: a repeat answers the first result, another message is refused', async () => {
    const { owner, roomId } = await setUp()
    const { id } = await upload(owner, roomId)
    const clientId = randomUUID()
    const sent = await Promise.all(
      Array.from({ length: 8 }, () => send(owner, roomId, [id], { clientId })),
    )
    expect(sent.filter((one) => !one.repeated)).toHaveLength(1)
    for (const one of sent) expect(one.event).toEqual(sent[0]?.event)
    await expect(send(owner, roomId, [id])).rejects.toMatchObject({ name: 'Invalid' })
    expect(await messagesOf(owner, roomId)).toHaveLength(1)
  })

  it('takes nobody else’s file, none of another room, and none twice', async () => {
    const { owner, member, roomId } = await setUp()
    const other = await createProject(owner)
    const theirs = await upload(member, roomId)
    const elsewhere = await upload(owner, other.roomId)
    for (const ids of [[theirs.id], [elsewhere.id], [randomUUID()]])
      await expect(send(owner, roomId, ids)).rejects.toMatchObject({ name: 'Invalid' })
    const own = await upload(owner, roomId)
    expect(() => send(owner, roomId, [own.id, own.id])).toThrow('only once')
    expect(() => send(owner, roomId, [])).toThrow('Write something first')
    expect(await messagesOf(owner, roomId)).toEqual([])
  })
})

describe('who may see', () => {
  it('shows a file to the room once it is sent, and to nobody who is not seated', async () => {
    const { owner, member, outsider, projectId, roomId } = await setUp()
    const { id } = await upload(owner, roomId)
    await expect(openAttachment(member, { attachmentId: id })).rejects.toMatchObject({
      name: 'NotFound',
    })
    await expect(describeAttachment(member, { attachmentId: id, alt: 'x' })).rejects.toThrow()
    await describeAttachment(owner, { attachmentId: id, alt: 'The plan' })
    await send(owner, roomId, [id])
    expect((await messagesOf(member, roomId))[0]?.attachments[0]?.alt).toBe('The plan')
    await contentOf(member, id)
    for (const change of [discardAttachment, openAttachment])
      await expect(change(outsider, { attachmentId: id })).rejects.toMatchObject({
        name: 'NotFound',
      })
    for (const who of [owner, member])
      await expect(discardAttachment(who, { attachmentId: id })).rejects.toMatchObject({
        name: 'Forbidden',
      })
    await db()
      .update(membership)
      .set({ status: 'removed', endedAt: sql`now()` })
      .where(eq(membership.personId, member.personId))
    await expect(contentOf(member, id)).rejects.toMatchObject({ name: 'NotFound' })
    expect(projectId).toBeTruthy()
  })
})

describe('who may write', () => {
  it('takes nothing of whoever is muted, and lets them throw away what is theirs', async () => {
    const { owner, member, roomId } = await setUp()
    const { id } = await upload(member, roomId)
    await mutePerson(owner, { roomId, personId: member.personId, minutes: 10, reason: 'Spam' })
    const refused = { code: 'Forbidden' }
    await expect(upload(member, roomId)).rejects.toMatchObject(refused)
    await expect(describeAttachment(member, { attachmentId: id, alt: 'x' })).rejects.toMatchObject(
      refused,
    )
    await expect(send(member, roomId, [id])).rejects.toMatchObject(refused)
    expect([filesOf(roomId), incoming()]).toEqual([[id], []])
    await discardAttachment(member, { attachmentId: id })
    expect(filesOf(roomId)).toEqual([])
  })

  it('refuses the file of somebody who was muted while it came', async () => {
    const { owner, member, roomId } = await setUp()
    const muting = new ReadableStream<Uint8Array>({
      async pull(stream) {
        await mutePerson(owner, { roomId, personId: member.personId, minutes: 10, reason: 'Spam' })
        stream.enqueue(new Uint8Array([1, 2, 3]))
        stream.close()
      },
    })
    await expect(
      receiveAttachment(member, { roomId, name: 'a', bytes: 3 }, muting),
    ).rejects.toMatchObject({ code: 'Forbidden' })
    expect(filesOf(roomId)).toEqual([])
  })

  it('waits its turn in slow mode, with files as without', async () => {
    const { owner, member, roomId } = await setUp()
    await setSlowMode(owner, { roomId, seconds: 60 })
    const [first, second] = [await upload(member, roomId), await upload(member, roomId)]
    await send(member, roomId, [first.id])
    await expect(send(member, roomId, [second.id])).rejects.toMatchObject({ code: 'RateLimited' })
    expect((await messagesOf(owner, roomId)).map((one) => one.attachments)).toEqual([[first]])
  })

  it('is the same in rooms of two people and of steps', async () => {
    const { owner, member, outsider } = await setUp()
    const { roomId: direct } = await openDirectRoom(owner, { handle: member.handle })
    const stepId = 'apis'
    for (const who of [owner, member]) await setStepState(who, { stepId, state: 'learning' })
    const { roomId: step } = await enterStepRoom(owner, { stepId })
    await enterStepRoom(member, { stepId })
    for (const roomId of [direct, step]) {
      const { id } = await upload(owner, roomId)
      await send(owner, roomId, [id])
      await contentOf(member, id)
      const missing = { code: 'NotFound' }
      await expect(upload(outsider, roomId)).rejects.toMatchObject(missing)
      await expect(contentOf(outsider, id)).rejects.toMatchObject(missing)
    }
  })
})

describe('moderators', () => {
  it('see the files of a reported message until they have decided, and remove them with it', async () => {
    const { owner, member, outsider, roomId } = await setUp()
    const { id } = await upload(owner, roomId)
    const { event } = await send(owner, roomId, [id])
    const messageId = event.kind === 'message:created' ? event.message.id : ''
    const missing = { code: 'NotFound' }
    await db().update(person).set({ isModerator: true }).where(eq(person.id, outsider.personId))
    await expect(contentOf(outsider, id)).rejects.toMatchObject(missing)
    await reportMessage(member, { roomId, messageId, reason: 'spam', details: '' })
    await contentOf(outsider, id)
    const reports = await listReports(outsider)
    const found = reports.find((one) => one.attachments.some((file) => file.id === id))
    await decideReport(outsider, { reportId: found?.id ?? '', decision: 'remove' })
    for (const who of [outsider, member])
      await expect(contentOf(who, id)).rejects.toMatchObject(missing)
    await letPass(id)
    await pruneAttachments()
    expect(filesOf(roomId)).toEqual([])
  })
})

describe('what goes', () => {
  it('hides the files of a deleted message at once, and removes them after its minute', async () => {
    const { owner, member, roomId } = await setUp()
    const { id } = await upload(owner, roomId)
    const { event } = await send(owner, roomId, [id])
    const messageId = event.kind === 'message:created' ? event.message.id : ''
    await deleteMessage(owner, { roomId, messageId })
    await expect(contentOf(member, id)).rejects.toMatchObject({ name: 'NotFound' })
    expect((await messagesOf(member, roomId))[0]?.attachments).toEqual([])
    expect((await joinRoom(member, { roomId, afterSeq: 0 })).events[0]).toMatchObject({
      message: { attachments: [] },
    })
    await pruneAttachments()
    expect(filesOf(roomId)).toEqual([id])
    await letPass(id)
    await pruneAttachments()
    expect([filesOf(roomId), await db().$count(attachment, eq(attachment.id, id))]).toEqual([[], 0])
  })

  it('brings files back with a delete that is undone, for those who follow and those who come later', async () => {
    const { owner, member, roomId } = await setUp()
    const { id } = await upload(owner, roomId)
    const { event } = await send(owner, roomId, [id])
    const messageId = event.kind === 'message:created' ? event.message.id : ''
    const { seq } = await deleteMessage(owner, { roomId, messageId })
    await restoreMessage(owner, { roomId, messageId })
    const { events } = await joinRoom(member, { roomId, afterSeq: seq })
    expect(events).toMatchObject([{ kind: 'message:restored', attachments: [{ id }] }])
    expect((await messagesOf(member, roomId))[0]?.attachments).toMatchObject([{ id }])
    const [kept] = await db().select().from(attachment).where(eq(attachment.id, id))
    expect(kept).toMatchObject({ messageId, removeAt: null })
  })

  it('removes what is discarded, and what no message took for a day', async () => {
    const { owner, roomId } = await setUp()
    const [discarded, old, young] = [
      await upload(owner, roomId),
      await upload(owner, roomId),
      await upload(owner, roomId),
    ]
    await discardAttachment(owner, { attachmentId: discarded.id })
    await letPass(old.id)
    await pruneAttachments()
    expect(filesOf(roomId)).toEqual([young.id])
  })

  it('removes the bytes of rooms that are gone, and of killed uploads, and no others', async () => {
    const { owner, projectId, roomId } = await setUp()
    const stays = await createProject(owner)
    await upload(owner, roomId)
    const kept = await upload(owner, stays.roomId)
    await db().delete(project).where(eq(project.id, projectId))
    fs.mkdirSync(folder('incoming', randomUUID()), { recursive: true })
    await sweepAttachments()
    expect([filesOf(roomId).length, incoming().length]).toEqual([1, 1])
    await sweepAttachments(Date.now() + 2 * 60 * 60_000)
    expect([filesOf(roomId), filesOf(stays.roomId), incoming()]).toEqual([[], [kept.id], []])
  })
})
