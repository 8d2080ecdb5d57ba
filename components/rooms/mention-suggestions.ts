import { hereHandle } from '@/contracts/mentions'
import type { PersonView } from '@/contracts/realtime'

const most = 8

/** What is being typed after an `@`: where that stands, and the letters so far. */
export type MentionToken = { start: number; query: string }
export type MentionOption = { handle: string; name: string; person: PersonView | null }

/** The mention in which the caret stands; null when it stands in none. */
export function tokenAt(text: string, caret: number): MentionToken | null {
  const found = /(?:^|[^\p{L}\p{N}_@/.+-])@([\p{L}\p{N}-]{0,30})$/u.exec(text.slice(0, caret))
  if (!found) return null
  const query = found[1] ?? ''
  return { start: caret - query.length - 1, query }
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * Who may be meant: by the beginning of the handle or of a part of the name; everybody last.
 * @param callable whether everybody can be called at once
 */
export function suggestMentions(
  people: PersonView[],
  query: string,
  callable: boolean,
): MentionOption[] {
  const wanted = plain(query)
  const fits = ({ handle, name }: { handle: string; name: string }) =>
    plain(handle).startsWith(wanted) ||
    plain(name)
      .split(/\s+/)
      .some((word) => word.startsWith(wanted))
  const found = people
    .filter(fits)
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((person): MentionOption => ({ handle: person.handle, name: person.name, person }))
    .slice(0, most)
  const here = callable && hereHandle.startsWith(wanted)
  return here
    ? [...found, { handle: hereHandle, name: 'Everybody in the room', person: null }]
    : found
}
