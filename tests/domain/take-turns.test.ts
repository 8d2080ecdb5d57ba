import { expect, it } from 'vitest'
import { createTurns } from '@/domain/take-turns'

/** Who has a turn, in the order of beginning. */
function watch(take: ReturnType<typeof createTurns>) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  return {
    begun,
    ask(key: string, name: string) {
      void take(key).then((end) => {
        begun.push(name)
        ends.set(name, end)
      })
    },
    async end(name: string) {
      ends.get(name)?.()
      await Promise.resolve()
    },
  }
}

it('lets so many at once, and of one key fewer, in the order of asking', async () => {
  const turns = watch(createTurns({ most: 3, mostOfOne: 2 }))
  for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) turns.ask(name.charAt(0), name)
  await Promise.resolve()
  // Whoever asks for much does not stand in the way of others.
  expect(turns.begun).toEqual(['a1', 'a2', 'b1'])
  await turns.end('b1')
  expect(turns.begun).toEqual(['a1', 'a2', 'b1', 'c1'])
  await turns.end('a1')
  await turns.end('a1')
  expect(turns.begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3'])
  await turns.end('c1')
  await turns.end('a2')
  await turns.end('a3')
  turns.ask('d', 'd1')
  await turns.end('b2')
  expect(turns.begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'd1'])
})
