import { sql } from 'drizzle-orm'
import type { StepState } from '@/contracts/vocabulary'
import type { Queryable } from '@/db/client'
import { stepProgress } from '@/db/schema'

/** The same state again keeps the date since when it holds. */
export async function storeStepState(
  q: Queryable,
  row: { personId: string; stepId: string; state: StepState },
) {
  await q
    .insert(stepProgress)
    .values(row)
    .onConflictDoUpdate({
      target: [stepProgress.personId, stepProgress.stepId],
      set: { state: sql`excluded.state`, changedAt: sql`now()` },
      setWhere: sql`${stepProgress.state} <> excluded.state`,
    })
}
