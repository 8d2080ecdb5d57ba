import { eq, inArray, type SQL } from 'drizzle-orm'
import type { VersionView } from '@/contracts/versions'
import type { Queryable } from '@/db/client'
import { person, version } from '@/db/schema'

/** Versions without their files, to be filtered and ordered; access is the caller's to check. */
export function selectVersions(q: Queryable, where: SQL | undefined) {
  return q
    .select({
      id: version.id,
      seq: version.seq,
      reason: version.reason,
      name: version.name,
      person: { id: person.id, handle: person.handle, name: person.name, line: person.line },
      runId: version.runId,
      at: version.createdAt,
    })
    .from(version)
    .leftJoin(person, eq(person.id, version.personId))
    .where(where)
    .$dynamic()
}

export function toVersionView(
  row: Awaited<ReturnType<typeof selectVersions>>[number],
): VersionView {
  return { ...row, at: row.at.toISOString() }
}

/** Versions by their ids; access is the caller's to check. */
export async function loadVersions(q: Queryable, ids: string[]): Promise<Map<string, VersionView>> {
  if (ids.length === 0) return new Map()
  const rows = await selectVersions(q, inArray(version.id, ids))
  return new Map(rows.map((row) => [row.id, toVersionView(row)]))
}
