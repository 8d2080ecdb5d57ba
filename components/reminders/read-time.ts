export type SaidTime = {
  /** After midnight. */
  minutes: number
  rest: string
  /** An hour without minutes and without "am" or "pm". */
  bare: boolean
}

const clock =
  /^(at\s+|@\s*)?(\d{1,2})(?:([:.h])(\d{2}))?(?:\s*([ap])\.?m\b\.?|\s+o['’]clock\b)?(?![\w:]|\.\d)/i
const named: Record<string, number> = { noon: 12 * 60, midday: 12 * 60, midnight: 0 }
const parts: Record<string, number> = {
  morning: 9 * 60,
  afternoon: 14 * 60,
  evening: 18 * 60,
  night: 20 * 60,
}

/**
 * The time of day with which a text begins: "at 9", "14:30", "9 am", "noon"; after a day also "in the morning".
 * A mere number is an hour only after "at".
 */
export function readTime(text: string, where: 'alone' | 'after a day'): SaidTime | null {
  const said = where === 'alone' ? text : text.replace(/^,?\s+/, '')
  if (where === 'after a day' && said === text) return null
  const word = /^(?:at\s+)?(noon|midday|midnight)\b/i.exec(said)
  const name = named[word?.[1]?.toLowerCase() ?? '']
  if (word && name !== undefined)
    return { minutes: name, rest: said.slice(word[0].length), bare: false }
  const part =
    where === 'after a day' ? /^(?:in\s+the\s+)?(morning|afternoon|evening)\b/i.exec(said) : null
  const about = parts[part?.[1]?.toLowerCase() ?? '']
  if (part && about !== undefined) {
    const rest = said.slice(part[0].length)
    return readTime(rest, where) ?? { minutes: about, rest, bare: false }
  }
  const found = clock.exec(said)
  if (!found) return null
  const [whole, at, hours = '', , minutes = '0', half] = found
  const marked = found[3] !== undefined || half !== undefined || /clock$/i.test(whole)
  if (!at && !marked) return null
  const hour = toHour(Number(hours), half?.toLowerCase())
  if (hour === null || Number(minutes) > 59) return null
  return {
    minutes: hour * 60 + Number(minutes),
    rest: said.slice(whole.length),
    bare: !half && found[3] === undefined,
  }
}

function toHour(hour: number, half: string | undefined): number | null {
  if (!half) return hour <= 23 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'p' ? 12 : 0)
}
