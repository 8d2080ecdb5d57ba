import { expect, it } from 'vitest'
import { findEmoji, loadEmoji, nameOfEmoji } from '@/components/emoji/emoji-data'
import { emojiInput, oneEmoji, quickEmoji } from '@/contracts/emoji'

it.each(['👍', '❤️', '✊🏾', '🏳️‍🌈', '👩‍👩‍👧‍👦', '🇳🇴', '#️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])('takes %s as it is', (emoji) => {
  expect(oneEmoji(emoji)).toBe(emoji)
})

it('writes the same emoji in one way', () => {
  expect(['❤', '❤️', '👍️'].map(oneEmoji)).toEqual(['❤️', '❤️', '👍'])
})

it.each(['', 'a', '1', '👍👍', '👍 ', 'up', '🇳', '<b>', '\u200d', '👍'.repeat(40)])(
  'refuses %j',
  (text) => expect(emojiInput.safeParse(text).success).toBe(false),
)

it('offers what the server takes, each once, and finds it by its words', async () => {
  const groups = await loadEmoji()
  const all = groups.flatMap(({ emojis }) =>
    emojis.flatMap(({ emoji, tones }) => [emoji, ...tones]),
  )
  expect(all.length).toBeGreaterThan(2_500)
  expect(new Set(all).size).toBe(all.length)
  expect(all.filter((emoji) => oneEmoji(emoji) !== emoji)).toEqual([])
  for (const { emoji } of quickEmoji) expect(all).toContain(emoji)
  expect(findEmoji(groups, 'raised fi')[0]?.emoji).toBe('✊')
  expect(findEmoji(groups, 'nothing goes by this')).toEqual([])
  expect(nameOfEmoji('✊🏾')).toBe('raised fist')
})
