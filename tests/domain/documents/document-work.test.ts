import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { textName } from '@/contracts/documents'
import { compactStored, readStoredText, rewriteStored } from '@/domain/documents/document-work'
import { woven } from '../../support/documents'

const stored = (text: string) => {
  const doc = new Y.Doc()
  doc.getText(textName).insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}
/** Many places that have nothing in common, between lines that stay: each is looked at for long. */
function noise(seed: number, places = 300): string {
  let state = seed
  const letter = () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return String.fromCharCode(97 + ((state >> 16) % 26))
  }
  const long = () => Array.from({ length: 2_400 }, letter).join('')
  return Array.from({ length: places }, (_, at) => `line ${at}\n${long()}\n`).join('')
}

it('finds its way from any text to any other within its time', async () => {
  const wanted = noise(2)
  const before = stored(noise(1))
  const rewritten = await rewriteStored([before], wanted)
  expect(await readStoredText([before, rewritten?.update ?? new Uint8Array()])).toBe(wanted)
})

it('a file that takes too long costs those behind it no answer, and merging costs them no time', async () => {
  const slow = [woven(1, 30_000), woven(2, 30_000)]
  const merging = compactStored(slow).catch((error: Error) => error.message)
  let merged = false
  void merging.then(() => {
    merged = true
  })
  const read = (text: string) => readStoredText([stored(text)])
  expect(await read('one')).toBe('one')
  expect(merged).toBe(false)
  const reading = readStoredText(slow).catch((error: Error) => error.message)
  const others = [read('two'), read('three')]
  expect(await Promise.all([merging, reading])).toEqual([
    'A file took too long.',
    'A file took too long.',
  ])
  expect(await Promise.all(others)).toEqual(['two', 'three'])
})
