import { z } from 'zod'
import { oneEmoji } from '@/contracts/emoji'

export type Emoji = {
  emoji: string
  label: string
  /** Words by which it is found. */
  tags: string[]
  /** In the five skin tones, light to dark; none where there is no skin. */
  tones: string[]
}
export type EmojiGroup = { name: string; sign: string; emojis: Emoji[] }

const entry = z.object({
  unicode: z.string(),
  label: z.string(),
  group: z.number().optional(),
  order: z.number().optional(),
  tags: z.array(z.string()).optional(),
  skins: z.array(z.object({ unicode: z.string() })).optional(),
})

/** As the data numbers them; 2 are parts of others. */
const groups: [number, string, string][] = [
  [0, 'Smileys', '😀'],
  [1, 'People', '👋'],
  [3, 'Nature', '🌿'],
  [4, 'Food', '🍎'],
  [5, 'Places', '✈️'],
  [6, 'Activities', '⚽'],
  [7, 'Things', '💡'],
  [8, 'Signs', '✅'],
  [9, 'Flags', '🏁'],
]

let loaded: EmojiGroup[] | undefined
let loading: Promise<EmojiGroup[]> | undefined

/** All emoji that the server takes; fetched from us when it is first asked for. */
export function loadEmoji(): Promise<EmojiGroup[]> {
  loading ??= read().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function read(): Promise<EmojiGroup[]> {
  const { default: data } = await import('emojibase-data/en/compact.json')
  const known = z
    .array(entry)
    .parse(data)
    .sort((one, other) => (one.order ?? 0) - (other.order ?? 0))
  loaded = groups.map(([number, name, sign]) => ({
    name,
    sign,
    emojis: known.flatMap(({ group, unicode, label, tags = [], skins = [] }) => {
      const emoji = oneEmoji(unicode)
      if (group !== number || emoji === undefined) return []
      // Two people in two tones have more than five; they are left as they are.
      const tones = skins.length === 5 ? skins.flatMap((one) => oneEmoji(one.unicode) ?? []) : []
      return [{ emoji, label, tags, tones }]
    }),
  }))
  return loaded
}

/** What an emoji is called, once the names are here. */
export function nameOfEmoji(emoji: string): string | undefined {
  for (const { emojis } of loaded ?? [])
    for (const one of emojis) if (one.emoji === emoji || one.tones.includes(emoji)) return one.label
  return undefined
}

/** Emoji whose name or other words have every word of `asked`: those first whose name is meant. */
export function findEmoji(among: EmojiGroup[], asked: string): Emoji[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
  const has = (text: string) => words.every((word) => ` ${text.toLowerCase()}`.includes(` ${word}`))
  const rank = ({ label }: Emoji) =>
    label.toLowerCase().startsWith(words.join(' ')) ? 2 : has(label) ? 1 : 0
  return among
    .flatMap(({ emojis }) => emojis)
    .filter(({ label, tags }) => has(`${label} ${tags.join(' ')}`))
    .sort((one, other) => rank(other) - rank(one))
    .slice(0, 80)
}
