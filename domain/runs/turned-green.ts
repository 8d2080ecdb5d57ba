import { and, desc, eq, ne, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { run } from '@/db/schema'

type Tested = Pick<typeof run.$inferSelect, 'outcome' | 'tests'>

/**
 * Whether the tests of a run that is stored already are green, and those of the last run of the same file
 * that had any were red. Call it under the room's lock: runs by time are then in the room's order.
 */
export async function turnedGreen(
  tx: Transaction,
  { id, documentId, outcome, tests }: Tested & { id: string; documentId: string },
): Promise<boolean> {
  if (tests.length === 0 || isRed({ outcome, tests }) || outcome !== 'passed') return false
  const [last] = await tx
    .select({ outcome: run.outcome, tests: run.tests })
    .from(run)
    .where(
      and(
        eq(run.documentId, documentId),
        ne(run.id, id),
        sql`jsonb_array_length(${run.tests}) > 0`,
      ),
    )
    .orderBy(desc(run.createdAt), desc(run.id))
    .limit(1)
  return last !== undefined && isRed(last)
}

/** One that somebody stopped says nothing by being stopped. */
const isRed = ({ outcome, tests }: Tested) =>
  outcome === 'failed' || outcome === 'timed_out' || tests.some(({ passed }) => !passed)
