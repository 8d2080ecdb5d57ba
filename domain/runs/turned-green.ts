import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { RunView } from '@/contracts/documents'
import type { Transaction } from '@/db/client'
import { run as runs } from '@/db/schema'

/**
 * Whether a run turned the tests of its file from red to green: it passed, and the last run before it that
 * came to an end with tests had not. The caller holds the room's row, so that no other run of the room is
 * recorded meanwhile.
 */
export async function turnedGreen(
  tx: Transaction,
  run: Pick<RunView, 'id' | 'documentId' | 'outcome' | 'tests'>,
): Promise<boolean> {
  if (run.outcome !== 'passed' || run.tests.length === 0) return false
  const [last] = await tx
    .select({ outcome: runs.outcome })
    .from(runs)
    .where(
      and(
        eq(runs.documentId, run.documentId),
        ne(runs.id, run.id),
        ne(runs.tests, sql`'[]'::jsonb`),
        // One that was stopped says nothing of the tests that it did not reach.
        inArray(runs.outcome, ['passed', 'failed', 'timed_out']),
      ),
    )
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(1)
  return last !== undefined && last.outcome !== 'passed'
}
