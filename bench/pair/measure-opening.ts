import { fromBase64 } from '@/contracts/base64'
import { appendUpdate } from '@/domain/documents/append-update'
import { compactAfter, compactDocument } from '@/domain/documents/compact-document'
import { createFile } from '@/tests/support/documents'
import { createPerson, createProject } from '@/tests/support/factories'
import { cookieOf } from '@/tests/support/realtime'
import { startWorker } from '../measure/child'
import type { OpenPlan } from './open'
import type { Stack } from './stack'
import type { Subject } from './subjects'

/** Milliseconds to the first character of a file with a long past, each time for somebody new. */
export async function measureOpening(
  stack: Stack,
  subject: Subject,
  times: number,
): Promise<number[]> {
  const owner = await createPerson()
  const { roomId } = await createProject(owner)
  const place = await createFile(owner, roomId)
  await storeLong(async (update) => {
    const { uncompacted } = await appendUpdate(owner, { ...place, update })
    // As the realtime process does, or the file would be full long before.
    if (uncompacted >= compactAfter / 4) await compactDocument(place.documentId)
  })
  await compactDocument(place.documentId)
  const running = await subject.start(stack)
  if (!running) return []
  const cookie = await cookieOf(owner)
  const taken: number[] = []
  try {
    for (let time = 0; time < times; time++) {
      const load = startWorker('bench/pair/open.ts')
      const plan = { client: running.client, url: running.urls[0] ?? '', cookie, place }
      load.tell(plan satisfies OpenPlan)
      const { ms, length } = await load.hear<{ ms: number; length: number }>()
      if (length === 0) throw new Error('The file was opened without its text.')
      taken.push(ms)
      await load.end()
    }
  } finally {
    await running.end()
  }
  return taken
}

async function storeLong(store: (update: Uint8Array) => Promise<unknown>) {
  const typist = startWorker('bench/pair/type-long.ts')
  for (;;) {
    const said = await typist.hear<string | null>()
    const update = said && fromBase64(said)
    if (!update) break
    await store(update)
  }
  await typist.end()
}
