import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { anchorRange, rangeOf } from '@/components/marks/anchors'
import { textName } from '@/contracts/documents'
import { anchor } from '@/contracts/marks'

/** A copy of a file, with a letter for each letter: so it can be told which of the marked ones are left. */
function replica(text: string) {
  const doc = new Y.Doc()
  doc.getText(textName).insert(0, text)
  return doc
}
const textOf = (doc: Y.Doc) => doc.getText(textName)
function copyOf(doc: Y.Doc) {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
function exchange(one: Y.Doc, other: Y.Doc) {
  const [forOther, forOne] = [
    Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)),
    Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)),
  ]
  Y.applyUpdate(other, forOther)
  Y.applyUpdate(one, forOne)
}
const coveredBy = (doc: Y.Doc, range: { from: number; to: number } | null) =>
  range && textOf(doc).toString().slice(range.from, range.to)

/** Capitals and Greek letters are the file; what is typed later is small. */
const file = 'ABCDEFGHIJKLMNOPQRSTUVWXYZΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ'

const edit = fc.record({
  who: fc.nat(1),
  at: fc.nat(100),
  erase: fc.nat(9),
  type: fc.stringMatching(/^[a-z]{0,4}$/),
  sync: fc.boolean(),
})

describe('a marked range', () => {
  test('covers what is left of its letters, whatever two people do at once, alike on both screens', () => {
    fc.assert(
      fc.property(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 20 }),
        fc.array(edit, { maxLength: 30 }),
        (start, length, edits) => {
          const one = replica(file)
          const other = copyOf(one)
          const range = { from: start, to: Math.min(start + length, file.length) }
          // Through JSON, as it travels.
          const anchored = anchorRange(textOf(one), range)
          const told: typeof anchored = JSON.parse(JSON.stringify(anchored))
          anchor.parse(told.from)
          anchor.parse(told.to)
          for (const { who, at, erase, type, sync } of edits) {
            const text = textOf(who === 0 ? one : other)
            const place = at % (text.length + 1)
            text.delete(place, Math.min(erase, text.length - place))
            text.insert(place, type)
            if (sync) exchange(one, other)
          }
          exchange(one, other)
          const marked = [...file.slice(range.from, range.to)]
          const left = marked.filter((letter) => textOf(one).toString().includes(letter))
          const [here, there] = [rangeOf(textOf(one), told), rangeOf(textOf(other), told)]
          expect(here).toEqual(there)
          const covered = coveredBy(one, here) ?? ''
          // Every letter that is left is inside, and no other one of the file is; what was typed among them may be.
          expect([...covered].filter((letter) => file.includes(letter))).toEqual(left)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('moves with what is typed above, takes in what is typed inside, and nothing beside it', () => {
    const doc = replica('one\ntwo three\nfour')
    const text = textOf(doc)
    const marked = anchorRange(text, { from: 4, to: 13 })
    expect(marked.quote).toBe('two three')
    text.insert(0, 'above\n')
    text.insert(13, ' and a half')
    expect(coveredBy(doc, rangeOf(text, marked))).toBe('two and a half three')
    const end = rangeOf(text, marked)?.to ?? 0
    text.insert(end, ' after')
    text.insert(rangeOf(text, marked)?.from ?? 0, 'before ')
    expect(coveredBy(doc, rangeOf(text, marked))).toBe('two and a half three')
  })

  test('is gone with its text, and comes back with an undo, on the other screen as well', () => {
    const one = replica('keep\nconst marked = 1\nkeep')
    const other = copyOf(one)
    const undo = new Y.UndoManager(textOf(one), { captureTimeout: 0 })
    const marked = anchorRange(textOf(one), { from: 5, to: 21 })
    textOf(one).delete(3, 20)
    exchange(one, other)
    for (const doc of [one, other]) expect(rangeOf(textOf(doc), marked)).toBeNull()
    undo.undo()
    exchange(one, other)
    for (const doc of [one, other])
      expect(coveredBy(doc, rangeOf(textOf(doc), marked))).toBe('const marked = 1')
  })

  test('survives a file that is loaded again, after all of it was compacted', () => {
    const doc = replica('abc MARKED xyz')
    const marked = anchorRange(textOf(doc), { from: 4, to: 10 })
    textOf(doc).delete(0, 6)
    const loaded = copyOf(copyOf(doc))
    expect(coveredBy(loaded, rangeOf(textOf(loaded), marked))).toBe('RKED')
    textOf(doc).delete(0, textOf(doc).length)
    expect(rangeOf(textOf(copyOf(doc)), marked)).toBeNull()
  })

  test('is nowhere in a file that has not arrived, and in one that somebody made up', () => {
    const doc = replica('abc')
    const marked = anchorRange(textOf(doc), { from: 0, to: 3 })
    expect(rangeOf(textOf(new Y.Doc()), marked)).toBeNull()
    const wrong = { item: { client: 7, clock: 99 }, assoc: 0 }
    expect(rangeOf(textOf(doc), { from: wrong, to: wrong, quote: 'abc' })).toBeNull()
    const turned = { from: marked.to, to: marked.from, quote: 'abc' }
    expect(rangeOf(textOf(doc), turned)).toBeNull()
  })
})
