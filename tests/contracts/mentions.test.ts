import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestMentions, tokenAt } from '@/components/rooms/mention-suggestions'
import { findMentions } from '@/contracts/mentions'

describe('whom a text means', () => {
  it.each([
    ['@maya', ['maya']],
    ['(@maya), @Otto-2! and **@li-na**', ['maya', 'otto-2', 'li-na']],
    ['@maya @MAYA', ['maya']],
    ['me@maya.dev, x@maya, @@maya, /@maya, https://x.org/@maya', []],
    ['`@maya`, ``a ` @maya`` and `open @otto', ['otto']],
    ['```\n@maya\n```\n@otto\n~~~ts\n@maya', ['otto']],
    ['````\n```\n@maya\n````\n@otto', ['otto']],
    ['@otto ```@maya``` ', ['otto']],
    ['@- @a @ab', []],
  ])('%s', (text, handles) => {
    expect(findMentions(text)).toEqual({ handles, here: false })
  })

  it('is everybody by @here, which is nobody’s handle', () => {
    expect(findMentions('@here and @maya')).toEqual({ handles: ['maya'], here: true })
    expect(findMentions('`@here`').here).toBe(false)
  })

  it('is found in any text, however it is made', () => {
    const piece = fc.constantFrom('`', '``', '```', '~~~', '\n', '@maya', ' ', 'x', '@here', '\\')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { handles } = findMentions(pieces.join(''))
        expect(handles.filter((one) => !/^(maya|here.)/.test(one))).toEqual([])
      }),
    )
  })
})

describe('what is suggested', () => {
  const person = (handle: string, name: string) =>
    ({ id: handle, handle, name, line: 1, role: 'member' }) as const
  const people = [person('zoe-k', 'Zoë Klein'), person('maya', 'Maya Lin'), person('lin', 'Otto')]
  const names = (query: string) => suggestMentions(people, query, true).map(({ handle }) => handle)

  it('begins as the handle or a word of the name does, without accents', () => {
    expect(names('')).toEqual(['maya', 'lin', 'zoe-k', 'here'])
    expect(names('li')).toEqual(['maya', 'lin'])
    expect(names('ZOE')).toEqual(['zoe-k'])
    expect(names('he')).toEqual(['here'])
    expect(names('nobody')).toEqual([])
  })

  it('is for the mention in which the caret stands', () => {
    expect(tokenAt('Hi @ma', 6)).toEqual({ start: 3, query: 'ma' })
    expect(tokenAt('Hi @ma, you', 6)).toEqual({ start: 3, query: 'ma' })
    expect(tokenAt('@', 1)).toEqual({ start: 0, query: '' })
    expect(tokenAt('Hi @ma you', 10)).toBe(null)
    expect(tokenAt('me@ma', 5)).toBe(null)
  })
})
