import { asc, inArray } from 'drizzle-orm'
import { mergeWindows, type WeekWindow } from '@/contracts/week-windows'
import type { Queryable } from '@/db/client'
import { availabilityWindow } from '@/db/schema'

/** The hours of these people in order, each in their own time zone; nobody without hours is in it. */
export async function loadWindows(
  q: Queryable,
  personIds: string[],
): Promise<Map<string, WeekWindow[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await q
    .select({
      personId: availabilityWindow.personId,
      weekday: availabilityWindow.weekday,
      startMinute: availabilityWindow.startMinute,
      endMinute: availabilityWindow.endMinute,
    })
    .from(availabilityWindow)
    .where(inArray(availabilityWindow.personId, personIds))
    .orderBy(
      asc(availabilityWindow.personId),
      asc(availabilityWindow.weekday),
      asc(availabilityWindow.startMinute),
    )
  const byPerson = new Map<string, WeekWindow[]>()
  for (const { personId, ...window } of rows) {
    const own = byPerson.get(personId)
    if (own) own.push(window)
    else byPerson.set(personId, [window])
  }
  // What was stored by other means than the form may overlap.
  for (const [personId, windows] of byPerson) byPerson.set(personId, mergeWindows(windows))
  return byPerson
}
