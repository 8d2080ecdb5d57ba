import { z } from 'zod'

/** Those within reach of one press, with the words for them. */
export const quickEmoji = [
  { emoji: '👍', label: 'Agree' },
  { emoji: '❤️', label: 'Love it' },
  { emoji: '🎉', label: 'Celebrate' },
  { emoji: '👀', label: 'Looking' },
  { emoji: '🚀', label: 'Ship it' },
  { emoji: '✅', label: 'Done' },
] as const

/** How many different ones a message takes. */
export const maximumReactions = 20

const longest = 64
const presentation = /\uFE0F/g

/** Not as a literal: a browser that does not know this flag could not read the whole script. */
const newest = 'v'
let form: RegExp | null | undefined
/** What Unicode calls an emoji for interchange; null in a browser that is older than this question. */
function emojiForm(): RegExp | null {
  if (form === undefined)
    try {
      form = new RegExp('^\\p{RGI_Emoji}$', newest)
    } catch {
      form = null
    }
  return form
}

/** The one way to write this emoji, so that two people who mean the same add to one count; else undefined. */
export function oneEmoji(text: string): string | undefined {
  if (text === '' || text.length > longest) return undefined
  const whole = emojiForm()
  if (!whole) return text
  const plain = text.replace(presentation, '')
  return [text, plain, `${plain}\uFE0F`].find((each) => whole.test(each))
}

/** One emoji from a client. */
export const emojiInput = z.string().transform((text, context) => {
  const emoji = oneEmoji(text)
  if (emoji !== undefined) return emoji
  context.addIssue({ code: 'custom', message: 'A reaction is one emoji.' })
  return z.NEVER
})

/** One that the server has checked: a newer server may know more of them than this page. */
export const emoji = z.string().min(1).max(longest)

/** The order in which a message shows its reactions: the same on every screen, whoever came first. */
export const byEmoji = (one: { emoji: string }, other: { emoji: string }) =>
  one.emoji < other.emoji ? -1 : one.emoji > other.emoji ? 1 : 0
