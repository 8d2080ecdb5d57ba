import * as Y from 'yjs'
import { textName } from '@/contracts/documents'
import { appendUpdate } from '@/domain/documents/append-update'
import { compactDocument } from '@/domain/documents/compact-document'
import { createFile } from '@/tests/support/documents'
import { createPerson, createProject } from '@/tests/support/factories'
import { cookieOf } from '@/tests/support/realtime'
import { startWorker } from '../measure/child'
import type { OpenPlan } from './open'
import type { Stack } from './stack'
import type { Subject } from './subjects'
import { seatTypist } from './typing'

const edits = 260_000
/** Edits that are stored as one update. */
const step = 1_000

/** Milliseconds to the first character of a file with a long past, each time for somebody new. */
export async function measureOpening(
  stack: Stack,
  subject: Subject,
  times: number,
): Promise<number[]> {
  const owner = await createPerson()
  const { roomId } = await createProject(owner)
  const place = await createFile(owner, roomId)
  await typeLong((update) => appendUpdate(owner, { ...place, update }))
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

async function typeLong(store: (update: Uint8Array) => Promise<unknown>) {
  const doc = new Y.Doc()
  const typist = seatTypist({ doc, saves: [], unsaved: () => 0 }, 260, () => {})
  doc.getText(textName)
  for (let done = 0; done < edits; done += step) {
    const before = Y.encodeStateVector(doc)
    for (let each = 0; each < step; each++) typist.strike()
    await store(Y.encodeStateAsUpdate(doc, before))
  }
  doc.destroy()
}
