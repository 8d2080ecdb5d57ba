import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { isOvernested } from '@/components/ui/is-overnested'
import { MarkdownText } from '@/components/ui/markdown'
import { backend } from '@/db/roadmaps/backend'
import { people } from '@/db/seed/people'

/*
 * One text of the length that a description may have must neither break the page nor hold up the
 * process that renders it: unguarded, some of these take a minute and then end in a RangeError.
 */
const longest = 20_000
const fill = (unit: string) => unit.repeat(Math.ceil(longest / unit.length)).slice(0, longest)
const hostile: Record<string, string> = {
  'quotes in quotes': fill('>'),
  'lists in lists': fill('1. '),
  'quotes in lists': fill('> * '),
  'emphasis in emphasis': `${'*'.repeat(9_999)}a${'*'.repeat(9_999)}`,
  'open emphasis': fill('*a **b '),
  'struck out': fill('~a'),
  'pictures in pictures': `${'!['.repeat(3_300)}a${'](b)'.repeat(3_300)}`,
  'links in links': `${'['.repeat(4_000)}a${'](b)'.repeat(4_000)}`,
  'notes in notes': fill('[^a]: > '),
  'many deep paragraphs': fill(`${'>'.repeat(24)} a\n\n`),
  'templates in code': `\`\`\`ts\n${fill('`${')}`,
  'formats in code': `\`\`\`python\n${fill('f"{')}`,
  'brackets in code': `\`\`\`json\n${fill('[')}`,
  indentation: Array.from({ length: 190 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
}

function depthOf(html: string): number {
  let depth = 0
  let most = 0
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/g)) {
    if (tag.startsWith('</')) depth--
    else if (!/^<(br|hr|input)/.test(tag)) most = Math.max(most, ++depth)
  }
  return most
}

describe.each(Object.entries(hostile))('%s', (_name, text) => {
  it('is drawn, and not deep', () => {
    for (const length of [text.length, 8_000, 500]) {
      const html = renderToStaticMarkup(<MarkdownText>{text.slice(0, length)}</MarkdownText>)
      expect(depthOf(html)).toBeLessThanOrEqual(210)
    }
  })
})

it('shows an overnested text as it was written', () => {
  const html = renderToStaticMarkup(<MarkdownText>{`${'>'.repeat(20)} <b>hi</b>`}</MarkdownText>)
  expect(html).toContain(`${'&gt;'.repeat(20)} &lt;b&gt;hi&lt;/b&gt;</p>`)
})

it('leaves what people write alone', () => {
  const texts = [
    ...backend.steps.flatMap((step) => step.ideas.map((idea) => idea.description.join('\n\n'))),
    ...people.map((person) => person.bio),
    '> > > a quote of a quote of a quote',
    '- a\n  - b\n    - c\n      1. d\n         1. e\n            - [ ] f',
    `\`\`\`python\n${'def __init__(self, *args, **kwargs):\n    self.__dict__ = {}\n'.repeat(20)}\`\`\``,
    '| a | b |\n|---|---|\n'.concat('| [x](https://a.b) | *c* |\n'.repeat(100)),
  ]
  for (const text of texts) expect(isOvernested(text), text.slice(0, 80)).toBe(false)
})
