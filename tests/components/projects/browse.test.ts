import { describe, expect, it } from 'vitest'
import { browseUrl, countFilters, toggled } from '@/components/projects/browse-url'
import { countWords, shortCount } from '@/components/projects/count-words'
import { browseInput } from '@/contracts/inputs'

describe('the address of a browse page', () => {
  it('holds only what differs from the defaults', () => {
    expect(browseUrl(browseInput.parse({}))).toBe('/projects')
  })

  it('reads back to the same filters', () => {
    const filters = browseInput.parse({
      q: 'query plan & more',
      step: ['databases', 'apis'],
      skill: ['c++'],
      stage: 'any',
      sort: 'needed',
      after: 'here',
    })
    const query = new URL(browseUrl(filters), 'http://x').searchParams
    expect(
      browseInput.parse({
        ...Object.fromEntries(query),
        step: query.getAll('step'),
        skill: query.getAll('skill'),
      }),
    ).toEqual(filters)
    expect(countFilters(filters)).toBe(4)
  })

  it('puts a filter on and takes it off', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  })
})

describe('how many', () => {
  it('is exact where it was counted, and has two figures where it was estimated', () => {
    expect(countWords({ count: 4_096, about: false })).toBe('4,096')
    expect(countWords({ count: 12_288, about: true })).toBe('about 12,000')
    expect(shortCount({ count: 598_016, about: true })).toBe('~600,000')
    expect(shortCount({ count: 64, about: true })).toBe('~64')
    expect(shortCount({ count: 0, about: true })).toBe('~0')
  })
})
