import { expect, it } from 'vitest'
import { allCommands } from '@/components/rooms/commands/all-commands'
import { commandSource, pathSource } from '@/components/rooms/commands/command-sources'
import { mentionSource } from '@/components/rooms/mention-source'
import { suggest, takeSuggestion } from '@/components/rooms/suggestions'
import { personNamed } from './fake-room'

const sources = [
  commandSource(allCommands),
  pathSource(['src/main.ts', 'README.md']),
  mentionSource([personNamed('Maya'), personNamed('Otto')], true),
]
const listAt = (text: string, caret = text.length) => suggest(sources, text, caret)
const texts = (text: string, caret?: number) => listAt(text, caret)?.options.map((one) => one.text)

it('commands are suggested at the beginning, people anywhere, files after /code', () => {
  expect(texts('/')).toEqual(allCommands.map(({ name }) => `/${name}`))
  expect(texts('/t')).toEqual(['/task'])
  expect(texts('/task mend it @ot')).toEqual(['@otto'])
  expect(texts('@ma')).toEqual(['@maya'])
  expect(texts('/code ')).toEqual(['src/main.ts', 'README.md'])
  expect(texts('/code ma')).toEqual(['src/main.ts'])
  for (const text of ['', '/etc/hosts', 'see /t', '/code src/main.ts', '/code main.ts:12', '/x'])
    expect(listAt(text)).toBeNull()
})

it('Enter takes the first command or person, and a file only when it was walked to', () => {
  expect(listAt('/t')?.eager).toBe(true)
  expect(listAt('@m')?.eager).toBe(true)
  expect(listAt('/code ts')?.eager).toBe(false)
  const written = (text: string) => listAt(text)?.options.map((one) => one.written)
  expect(written('/task')).toEqual([true])
  expect(written('/tas')).toEqual([false])
  expect(written('@maya')).toEqual([true])
})

it('what is taken stands in the place of what was typed, and the rest stays', () => {
  const take = (text: string, caret = text.length) => {
    const list = listAt(text, caret)
    const first = list?.options[0]
    return list && first && takeSuggestion(text, caret, list, first.text)
  }
  expect(take('/t')).toEqual({ text: '/task ', caret: 6 })
  expect(take('/t mend it', 2)).toEqual({ text: '/task mend it', caret: 6 })
  expect(take('/task for @ot, soon', 13)).toEqual({ text: '/task for @otto , soon', caret: 16 })
  expect(take('/code rea')).toEqual({ text: '/code README.md', caret: 15 })
})
