/** Names that people's browsers give, which this runtime may know under an older one only. */
const newerNames = [
  ...['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Ho_Chi_Minh', 'Asia/Yangon', 'Europe/Kyiv'],
  ...['America/Argentina/Buenos_Aires', 'America/Nuuk', 'Atlantic/Faroe', 'Pacific/Kanton'],
]

/** Minutes ahead of UTC at this moment, by the zone's own rules for summer time. */
function offsetOf(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const name = parts.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}

let known: { hour: number; offsets: Map<string, number> } | undefined

/** Reading four hundred zones takes tens of milliseconds; clocks are turned at full hours of UTC. */
function offsets(now: Date): Map<string, number> {
  const hour = Math.floor(now.getTime() / 3_600_000)
  if (known?.hour !== hour) {
    const zones = new Set([...Intl.supportedValuesOf('timeZone'), ...newerNames])
    known = { hour, offsets: new Map([...zones].map((zone) => [zone, offsetOf(zone, now)])) }
  }
  return known.offsets
}

/** Zones whose clocks are at most `hours` from those of `zone` now; the day is a circle. */
export function zonesNear(zone: string, hours: number, now = new Date()): string[] {
  const own = offsetOf(zone || 'UTC', now)
  return [...offsets(now)].flatMap(([name, offset]) => {
    const apart = Math.abs(offset - own) % 1_440
    return Math.min(apart, 1_440 - apart) <= hours * 60 ? [name] : []
  })
}
