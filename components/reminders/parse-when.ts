import { furthestReminder } from '@/contracts/reminders'
import { readMoment } from './read-moment'
import { day } from './wall-clock'

export type When =
  | { kind: 'when'; due: number; note: string }
  /** It says no moment that is understood. */
  | { kind: 'unclear' }
  | { kind: 'passed' }
  | { kind: 'far' }

/** Where a moment may stand behind its note: what is further from the end is part of the note. */
const mostWordsAtEnd = 12

/**
 * Finds the moment in what somebody wrote, at its beginning or at its end, and what to remind them of.
 * @param now milliseconds, by the device's clock
 * @param zone IANA name of the zone by whose clock times are meant
 */
export function parseWhen(text: string, now: number, zone: string): When {
  const said = text.trim().replace(/^me(?=\s)\s*/i, '')
  const first = readMoment(said, now, zone)
  if (first) return judge(first.due, now, toNote(first.rest))
  const starts = [...said.matchAll(/\s+/g)].slice(-mostWordsAtEnd)
  for (const { index, 0: space } of starts) {
    const last = readMoment(said.slice(index + space.length), now, zone)
    // "Look at 9" is more likely a note than a time.
    if (!last || last.vague || /[^\s.]/.test(last.rest)) continue
    return judge(last.due, now, toNote(said.slice(0, index)))
  }
  return { kind: 'unclear' }
}

function judge(due: number, now: number, note: string): When {
  if (due <= now) return { kind: 'passed' }
  // Also what is beyond every calendar.
  if (!(due - now <= furthestReminder * day)) return { kind: 'far' }
  return { kind: 'when', due, note }
}

const toNote = (rest: string) =>
  rest
    .replace(/^[\s,:;.–—-]+/, '')
    .replace(/^to\s+(?=\S)/i, '')
    .replace(/[\s,:;–—-]+$/, '')
