import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { maximumUpdateBytes, textName } from '@/contracts/documents'
import { parseUpdate } from '@/domain/documents/parse-update'
import { change, textOf, typeIn } from '../../support/documents'

const refused = (update: Uint8Array) =>
  expect(() => parseUpdate(update)).toThrow(/cannot be stored/)
const written = (write: (encoder: encoding.Encoder) => void) => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}
const numbers = (...values: number[]) =>
  written((encoder) => {
    for (const value of values) encoding.writeVarUint(encoder, value)
  })
function docOf(text: string, clientId = 7) {
  const doc = new Y.Doc()
  doc.clientID = clientId
  doc.getText(textName).insert(0, text)
  return doc
}

describe('what an editor sends', () => {
  it('is read: what it brings, and what it builds on', () => {
    const doc = docOf('hello')
    expect(parseUpdate(Y.encodeStateAsUpdate(doc))).toEqual({
      ranges: [{ client: 7, from: 0, to: 5 }],
      needs: [],
      pieces: 1,
    })
    expect(parseUpdate(typeIn(doc, ' world'))).toEqual({
      ranges: [{ client: 7, from: 5, to: 11 }],
      needs: [{ client: 7, clock: 5 }],
      pieces: 1,
    })
    const other = new Y.Doc()
    other.clientID = 9
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    expect(parseUpdate(change(other, (text) => text.insert(5, '!')))).toEqual({
      ranges: [{ client: 9, from: 0, to: 1 }],
      needs: [{ client: 7, clock: 6 }],
      pieces: 1,
    })
    expect(parseUpdate(change(other, (text) => text.delete(0, 3)))).toEqual({
      ranges: [],
      needs: [{ client: 7, clock: 3 }],
      pieces: 1,
    })
  })

  it('is read whole: editors woven into each other, emoji, deletions, undo', () => {
    const [one, two] = [docOf(''), docOf('', 8)]
    const undo = new Y.UndoManager(one.getText(textName))
    for (let at = 0; at < 200; at++) {
      const doc = at % 3 ? one : two
      const text = doc.getText(textName)
      if (at % 5 === 4) text.delete(0, Math.min(2, text.length))
      else if (at % 11 === 10) undo.undo()
      else text.insert((at * 7) % (text.length + 1), `é👩‍💻${at}\n`)
      if (at % 4 === 0) {
        Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
        Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
      }
    }
    for (const doc of [one, two]) {
      const update = Y.encodeStateAsUpdate(doc)
      const { ranges, needs } = parseUpdate(update)
      expect(needs).toEqual([])
      const stored = Y.decodeStateVector(Y.encodeStateVector(doc))
      expect(new Map(ranges.map(({ client, to }) => [client, to]))).toEqual(stored)
    }
  })

  it('may be nothing', () => {
    expect(parseUpdate(new Uint8Array([0, 0]))).toEqual({ ranges: [], needs: [], pieces: 0 })
  })
})

describe('what nobody’s editor sends', () => {
  const update = Y.encodeStateAsUpdate(docOf('some text\nand more'))

  it('is cut off anywhere, or goes on after its end', () => {
    for (let length = 0; length < update.length; length++) refused(update.slice(0, length))
    refused(new Uint8Array([...update, 0]))
    refused(new Uint8Array([...update, ...update]))
  })

  it('is flipped: refused, or something that every replica can apply completely', () => {
    const doc = docOf('some text')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(docOf('more', 8)))
    change(doc, (text) => text.delete(2, 4))
    const whole = Y.encodeStateAsUpdate(doc)
    let passed = 0
    for (let at = 0; at < whole.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const flipped = whole.slice()
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        try {
          if (parseUpdate(flipped).needs.length > 0) continue
        } catch {
          continue
        }
        passed++
        const replica = new Y.Doc()
        Y.applyUpdate(replica, flipped)
        expect([replica.store.pendingStructs, replica.store.pendingDs]).toEqual([null, null])
        expect(typeof textOf(replica)).toBe('string')
      }
    expect(passed).toBeGreaterThan(0)
  })

  it('is of a client that no Yjs would draw: replicas would merge it to another text', () => {
    for (const client of [2 ** 32, 47_971_041_607]) {
      refused(Y.encodeStateAsUpdate(docOf('text', client)))
      const other = docOf('', 9)
      Y.applyUpdate(other, Y.encodeStateAsUpdate(docOf('text', client)))
      refused(typeIn(other, '!'))
      refused(change(other, (text) => text.delete(0, 1)))
    }
    expect(parseUpdate(Y.encodeStateAsUpdate(docOf('text', 2 ** 32 - 1))).ranges).toHaveLength(1)
  })

  it('is in the V2 encoding', () => {
    refused(Y.encodeStateAsUpdateV2(docOf('some text')))
    refused(Y.encodeStateAsUpdateV2(new Y.Doc()))
    const doc = docOf('x'.repeat(300))
    doc.getText(textName).delete(3, 100)
    refused(Y.encodeStateAsUpdateV2(doc))
  })

  it('is about anything but the text of the file', () => {
    const of = (write: (doc: Y.Doc) => void) => {
      const doc = new Y.Doc()
      write(doc)
      return Y.encodeStateAsUpdate(doc)
    }
    refused(of((doc) => doc.getText('other').insert(0, 'x')))
    refused(of((doc) => doc.getMap(textName).set('key', 1)))
    refused(of((doc) => doc.getMap(textName).set('__proto__', 'x')))
    refused(of((doc) => doc.getArray(textName).insert(0, [{ a: 1 }])))
    refused(of((doc) => doc.getText(textName).insertEmbed(0, { image: 'x' })))
    refused(of((doc) => doc.getText(textName).insert(0, 'x', { bold: true })))
    refused(of((doc) => doc.getMap('docs').set('sub', new Y.Doc())))
    refused(of((doc) => doc.getText(textName).insert(0, 'windows\r\n')))
  })

  it('leaves a gap, comes twice, or waits for itself', () => {
    const doc = docOf('a')
    const first = Y.encodeStateAsUpdate(doc)
    typeIn(doc, 'b')
    const third = typeIn(doc, 'c')
    refused(Y.mergeUpdates([first, third]))
    const [section] = [first.slice(1, -1)]
    refused(new Uint8Array([2, ...section, ...section, 0]))
    // Client 1's text stands after client 2's, which stands after client 1's.
    const item = (origin: number[]) => [0x84, ...origin, 1, 97]
    refused(new Uint8Array([2, 1, 2, 0, ...item([1, 0]), 1, 1, 0, ...item([2, 0]), 0]))
    // After its own later text: Yjs does not wait for that, it fails.
    refused(new Uint8Array([1, 1, 1, 0, ...item([1, 5]), 0]))
    refused(new Uint8Array([1, 1, 1, 0, ...item([1, 0]), 0]))
  })

  it('claims more than it has', () => {
    refused(numbers(2 ** 31))
    refused(numbers(1, 2 ** 31, 1, 0))
    refused(numbers(1, 1, 1, 2 ** 52))
    refused(numbers(0, 2 ** 31))
    refused(numbers(0, 1, 7, 2 ** 31, 0, 1))
    refused(numbers(0, 1, 7, 1, 0, 2 ** 45))
    refused(numbers(0, 1, 7, 2, 4, 2, 1, 1))
    refused(new Uint8Array(100).fill(255))
    refused(new Uint8Array(maximumUpdateBytes).fill(1))
    refused(new Uint8Array(maximumUpdateBytes).fill(0x84))
  })

  it('is text that is none: half of a UTF-8 sign', () => {
    refused(new Uint8Array([1, 1, 7, 0, 4, 1, 4, 116, 101, 120, 116, 1, 0xc3, 0]))
  })
})
