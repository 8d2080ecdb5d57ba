import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createS3Store } from '@/domain/attachments/s3-store'
import { fakeS3Login, startFakeS3 } from '@/tests/support/fake-s3'

let s3: Awaited<ReturnType<typeof startFakeS3>>
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-s3-'))
beforeAll(async () => {
  s3 = await startFakeS3()
})
afterAll(async () => {
  await s3.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

const open = (secret = fakeS3Login.secret) =>
  createS3Store({ ...fakeS3Login, endpoint: s3.endpoint, secret })
const fileOf = (content: string) => {
  const at = path.join(folder, 'file')
  fs.writeFileSync(at, content)
  return at
}
const textOf = async (stream: ReadableStream<Uint8Array> | undefined) =>
  stream && new Response(stream).text()

it('keeps, reads in part, lists over pages and removes, under a prefix of its own', async () => {
  const store = open()
  s3.kept.set('of-somebody-else', { body: Buffer.from(''), since: new Date() })
  for (const name of ['a', 'b', 'c']) await store.put(`room/${name}`, fileOf(`text ${name}`))
  expect(s3.kept.get('attachments/room/a')?.body.toString()).toBe('text a')
  expect(await textOf(await store.read('room/b'))).toBe('text b')
  expect(await textOf(await store.read('room/b', { from: 5, to: 5 }))).toBe('b')
  expect(await store.read('room/missing')).toBe(undefined)
  await store.remove('room/b')
  await store.remove('room/b')
  await store.put('room/d', fileOf('text d'))
  const keys: string[] = []
  for await (const { key, since } of store.list()) {
    keys.push(key)
    expect(Date.now() - since.getTime()).toBeLessThan(60_000)
  }
  expect(keys).toEqual(['room/a', 'room/c', 'room/d'])
})

it('fails without naming its address or login', async () => {
  const failure = await open('another').put('room/x', fileOf('x')).catch(String)
  expect(failure).toBe('Error: The file store answered 403 to PUT.')
  expect(s3.kept.has('attachments/room/x')).toBe(false)
})
