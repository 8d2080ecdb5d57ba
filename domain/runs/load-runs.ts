import { eq, inArray } from 'drizzle-orm'
import type { RunView } from '@/contracts/documents'
import type { Queryable } from '@/db/client'
import { document, person, run } from '@/db/schema'

/** Runs by their ids, under the path that their file has now; access is the caller's to check. */
export async function loadRuns(q: Queryable, ids: string[]): Promise<Map<string, RunView>> {
  if (ids.length === 0) return new Map()
  const rows = await q
    .select({
      id: run.id,
      documentId: run.documentId,
      path: document.path,
      language: run.language,
      outcome: run.outcome,
      durationMs: run.durationMs,
      input: run.input,
      output: run.output,
      tests: run.tests,
      person: { id: person.id, handle: person.handle, name: person.name, line: person.line },
      at: run.createdAt,
    })
    .from(run)
    .innerJoin(document, eq(document.id, run.documentId))
    .innerJoin(person, eq(person.id, run.personId))
    .where(inArray(run.id, ids))
  return new Map(rows.map((row) => [row.id, { ...row, at: row.at.toISOString() }]))
}
