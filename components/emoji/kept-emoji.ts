import { z } from 'zod'
import { emoji } from '@/contracts/emoji'

const key = 'prajix:emoji'
const most = 16
/** `tone`: 0 for none, 1 to 5 from light to dark. */
const schema = z.object({ recent: z.array(emoji), tone: z.number().int().min(0).max(5) })
type Kept = z.infer<typeof schema>

/** What this device remembers of the reader's choices. */
export function readKeptEmoji(): Kept {
  try {
    return schema.parse(JSON.parse(window.localStorage.getItem(key) ?? ''))
  } catch {
    return { recent: [], tone: 0 }
  }
}

function keepEmoji(kept: Kept) {
  try {
    window.localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Full or switched off: it is only a convenience.
  }
}

export function rememberEmoji(chosen: string) {
  const { recent, tone } = readKeptEmoji()
  keepEmoji({ recent: [chosen, ...recent.filter((one) => one !== chosen)].slice(0, most), tone })
}

export function rememberTone(tone: number) {
  keepEmoji({ ...readKeptEmoji(), tone })
}
