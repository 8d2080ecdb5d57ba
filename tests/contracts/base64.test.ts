import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, toBase64 } from '@/contracts/base64'

it('says what everybody says, and reads it back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
    }),
  )
})

it('reads nothing that it would not have written', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (text) => {
      const bytes = fromBase64(text)
      if (bytes) expect(toBase64(bytes)).toBe(text)
    }),
  )
  for (const text of [
    'a',
    'ab',
    'abc',
    'ab=c',
    '====',
    'ab\n=',
    'YQ',
    'YR==',
    'YWJ=',
    'äöüß',
    'ab-_',
  ])
    expect([text, fromBase64(text)]).toEqual([text, null])
})
