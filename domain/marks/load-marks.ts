import { eq, inArray, type SQL } from 'drizzle-orm'
import type { MarkView } from '@/contracts/marks'
import type { Queryable } from '@/db/client'
import { mark, person } from '@/db/schema'

/** Marks as people see them, in no order; access is the caller's to check. */
export async function selectMarks(q: Queryable, where: SQL | undefined): Promise<MarkView[]> {
  const rows = await q
    .select({
      id: mark.id,
      documentId: mark.documentId,
      from: mark.from,
      to: mark.to,
      quote: mark.quote,
      body: mark.body,
      author: { id: person.id, handle: person.handle, name: person.name, line: person.line },
      at: mark.createdAt,
      resolvedAt: mark.resolvedAt,
      resolvedById: mark.resolvedById,
    })
    .from(mark)
    .innerJoin(person, eq(person.id, mark.authorId))
    .where(where)
  return rows.map(({ at, resolvedAt, resolvedById, ...row }) => ({
    ...row,
    at: at.toISOString(),
    resolved: resolvedAt && { personId: resolvedById, at: resolvedAt.toISOString() },
  }))
}

/** Marks by their ids; access is the caller's to check. */
export async function loadMarks(q: Queryable, ids: string[]): Promise<Map<string, MarkView>> {
  if (ids.length === 0) return new Map()
  const marks = await selectMarks(q, inArray(mark.id, ids))
  return new Map(marks.map((each) => [each.id, each]))
}
