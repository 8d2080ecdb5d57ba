import { quickEmoji } from '@/contracts/emoji'
import { nameOfEmoji } from './emoji-data'

/** What to call an emoji; where its name is not here, a screen reader knows it from the emoji itself. */
export const emojiWords = (emoji: string) =>
  quickEmoji.find((one) => one.emoji === emoji)?.label ?? nameOfEmoji(emoji) ?? emoji
