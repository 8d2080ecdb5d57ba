import { z } from 'zod'
import { id, sequence } from './inputs'
import { personView } from './people'

/** What a message can have, for `has:`. */
export const messageParts = ['link', 'code', 'file', 'picture'] as const
export type MessagePart = (typeof messageParts)[number]

/** What people type to narrow a search down, and what it does. */
export const searchFilters = [
  { example: 'from:maya', says: 'Written by one person; from:me for your own' },
  { example: 'has:link', says: 'With a link' },
  { example: 'has:code', says: 'With code' },
  { example: 'has:file', says: 'With files of any kind' },
  { example: 'has:picture', says: 'With pictures' },
  { example: 'before:2026-11-01', says: 'Written before that day' },
  { example: 'after:2026-11-01', says: 'Written on that day or later' },
] as const
/** Only where all rooms are searched. */
export const roomFilter = { example: 'in:tidewatch', says: 'In the room of one project' } as const

export type MessageQuery = {
  /** Letters and digits alone, in their order; the last may be the beginning of a word. */
  words: string[]
  from: string | null
  has: MessagePart[]
  /** Days such as 2026-11-01. */
  before: string | null
  after: string | null
  /** The name that a project has in its address. */
  in: string | null
}

/** As `message_words` of the database takes words apart; what follows from it may be quoted in a query there. */
const signs = /[\s!-/:-@[-`{-~]+/
const day = z.iso.date()

/** Takes apart what was typed; a sentence says what about it cannot be understood. */
export function parseMessageQuery(text: string): MessageQuery | string {
  const query: MessageQuery = {
    words: [],
    from: null,
    has: [],
    before: null,
    after: null,
    in: null,
  }
  // A NUL cannot travel to PostgreSQL in a text.
  for (const part of text.replaceAll('\u0000', ' ').trim().split(/\s+/)) {
    const [, name, value] = /^(from|has|before|after|in):(.*)$/i.exec(part) ?? []
    if (name === undefined || value === undefined) {
      query.words.push(...part.split(signs).filter((word) => word !== ''))
      continue
    }
    const filter = name.toLowerCase()
    if (filter === 'from' || filter === 'in') {
      if (!/^@?[a-z0-9-]{1,80}$/i.test(value))
        return filter === 'from'
          ? 'After from: comes a handle, such as from:maya.'
          : 'After in: comes a project’s name as in its address, such as in:tidewatch.'
      query[filter] = value.replace('@', '').toLowerCase()
    } else if (filter === 'has') {
      const found = messageParts.find((each) => each === value.toLowerCase())
      if (!found) return 'After has: comes link, code, file or picture.'
      query.has.push(found)
    } else if (filter === 'before' || filter === 'after') {
      if (!day.safeParse(value).success || value < '1970')
        return `After ${filter}: comes a day, such as ${filter}:2026-11-01.`
      query[filter] = value
    }
  }
  const { words, from, has, before, after, in: place } = query
  if (words.length === 0 && has.length === 0 && !(from ?? before ?? after ?? place))
    return 'Write a word to look for.'
  return words.length > 12 ? 'Look for twelve words at most.' : query
}

export const searchMessagesInput = z.object({
  /** Null: in all one's rooms. */
  roomId: id.nullable(),
  query: z.string().max(300, 'Keep a search to 300 characters.'),
  /** The `next` of the page before. */
  after: id.nullable().default(null),
})
export type SearchMessagesInput = z.infer<typeof searchMessagesInput>

export const foundMessage = z.object({
  id,
  roomId: id,
  roomTitle: z.string(),
  seq: sequence,
  /** The message in whose thread it stands; null in the main list. */
  threadId: id.nullable(),
  author: personView,
  createdAt: z.iso.datetime(),
  /** Where the words were found, in pieces. */
  excerpt: z.array(z.object({ text: z.string(), found: z.boolean() })),
})
export type FoundMessage = z.infer<typeof foundMessage>
/** Newest first. `next` leads to the following page; null at the end. */
export const foundMessages = z.object({ messages: z.array(foundMessage), next: id.nullable() })
export type FoundMessages = z.infer<typeof foundMessages>
