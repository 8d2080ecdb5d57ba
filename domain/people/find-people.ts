import { type SQL, sql } from 'drizzle-orm'
import { sharedMinutes, type WeekWindow, windowsInZone } from '@/contracts/week-windows'
import type { Transaction } from '@/db/client'
import { loadWindows } from '@/domain/accounts/load-windows'

/** Somebody who meets the filters, and the minutes shared with the viewer; null while one has no hours. */
export type Candidate = { id: string; at: number; shared: number | null }
/** The viewer's hours on the viewer's clock, and the moment at which zones are compared. */
export type ViewerHours = { windows: WeekWindow[]; timeZone: string; now: Date }

const batch = 200
/** How many are looked through at most for one page, and among how many the best overlap is sought. */
export const mostLookedAt = 1000
export const mostSorted = 500

const cursorPattern = /^([0-9]{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
export function readCursor(after: string | undefined): { value: number; id: string } | null {
  const [, value, id] = cursorPattern.exec(after ?? '') ?? []
  return value && id ? { value: Number(value), id } : null
}

async function readBatch(
  tx: Transaction,
  hours: ViewerHours,
  where: SQL,
  after: { value: number; id: string } | null,
  limit: number,
): Promise<Candidate[]> {
  const beyond = after
    ? sql`and (p.active_at, p.id) < (to_timestamp(${after.value}::float8 / 1000), ${after.id})`
    : sql``
  const { rows } = await tx.execute<{ id: string; at: number; timeZone: string }>(sql`
    select p.id, p.time_zone as "timeZone",
      (extract(epoch from p.active_at) * 1000)::float8 as at
    from person p where ${where} ${beyond}
    order by p.active_at desc, p.id desc limit ${limit}`)
  const theirs = await loadWindows(tx, hours.windows.length > 0 ? rows.map(({ id }) => id) : [])
  return rows.map(({ id, at, timeZone }) => {
    const windows = theirs.get(id)
    const shared = windows
      ? sharedMinutes(hours.windows, windowsInZone(windows, timeZone, hours.timeZone, hours.now))
      : null
    return { id, at: Math.round(at), shared }
  })
}

const enough = ({ shared }: Candidate, hoursTogether: number | null) =>
  hoursTogether === null || (shared ?? 0) >= hoursTogether * 60

/**
 * Who was here last, first. With a least overlap it looks through a bounded number of people: the page
 * may then be short although more follow, and `next` says from where.
 */
export async function findByActivity(
  tx: Transaction,
  hours: ViewerHours,
  where: SQL,
  page: { after?: string; overlap: number | null; size: number },
): Promise<{ found: Candidate[]; next: string | null }> {
  const found: Candidate[] = []
  let after = readCursor(page.after)
  for (let looked = 0; looked < mostLookedAt; ) {
    const limit = page.overlap === null ? page.size + 1 : batch
    const candidates = await readBatch(tx, hours, where, after, limit)
    for (const candidate of candidates) {
      if (!enough(candidate, page.overlap)) continue
      const last = found.at(-1)
      if (found.length === page.size && last) return { found, next: `${last.at}.${last.id}` }
      found.push(candidate)
    }
    if (candidates.length < limit) return { found, next: null }
    looked += candidates.length
    const last = candidates.at(-1)
    after = last ? { value: last.at, id: last.id } : null
  }
  return { found, next: after ? `${after.value}.${after.id}` : null }
}

/** The most hours together first, among those who were here last. */
export async function findByOverlap(
  tx: Transaction,
  hours: ViewerHours,
  where: SQL,
  page: { after?: string; overlap: number | null; size: number },
): Promise<{ found: Candidate[]; next: string | null }> {
  const value = ({ shared }: Candidate) => shared ?? 0
  const cursor = readCursor(page.after)
  const sorted = (await readBatch(tx, hours, where, null, mostSorted))
    .filter((candidate) => enough(candidate, page.overlap))
    .sort((a, b) => value(b) - value(a) || (a.id < b.id ? 1 : -1))
    .filter(
      (one) =>
        !cursor || value(one) < cursor.value || (value(one) === cursor.value && one.id < cursor.id),
    )
  const found = sorted.slice(0, page.size)
  const last = found.at(-1)
  return { found, next: sorted.length > page.size && last ? `${value(last)}.${last.id}` : null }
}
