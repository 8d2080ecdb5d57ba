import { and, eq, ne, sql } from 'drizzle-orm'
import type { EditProjectInput } from '@/contracts/inputs'
import type { Transaction } from '@/db/client'
import { opening } from '@/db/schema'
import type { SeenProject } from '@/domain/access/projects'
import type { News } from '@/domain/change-and-tell'
import { Invalid } from '@/domain/errors'
import { closeRequests } from '@/domain/teams/close-requests'
import { addOpening, type OpeningInput, storeOpeningSkills } from './store-openings'

type Row = typeof opening.$inferSelect

/**
 * Brings a project's openings to what the form says: those without an id are added, those with one
 * changed, and those left out removed (closed, when somebody ever asked for or sat in them).
 * The caller holds the project's lock. @throws Invalid near the field.
 */
export async function editOpenings(
  tx: Transaction,
  news: News,
  project: SeenProject,
  wanted: EditProjectInput['openings'],
  skillIds: Map<string, string>,
): Promise<void> {
  const rows = await tx
    .select()
    .from(opening)
    .where(and(eq(opening.projectId, project.id), ne(opening.status, 'closed')))
    .orderBy(opening.id)
    .for('update')
  const byId = new Map(rows.map((row) => [row.id, row]))
  assertPossible(wanted, byId)
  const kept = new Set(wanted.flatMap((each) => each.id ?? []))
  for (const row of rows) if (!kept.has(row.id)) await removeOpening(tx, news, project, row)
  for (const each of wanted) {
    const row = each.id ? byId.get(each.id) : undefined
    if (row) await changeOpening(tx, news, project, row, each, skillIds)
    else await addOpening(tx, project.id, each, skillIds)
  }
}

function assertPossible(wanted: OpeningInput[], byId: Map<string, Row>) {
  const fields: Record<string, string> = {}
  const named = new Set<string>()
  for (const [index, { id, seats }] of wanted.entries()) {
    if (!id) continue
    const row = byId.get(id)
    if (!row || named.has(id))
      fields[`openings.${index}.title`] = 'This role is gone. Reload the page to see what is there.'
    else if (seats < row.filled)
      fields[`openings.${index}.seats`] =
        `${row.filled} ${row.filled === 1 ? 'seat is' : 'seats are'} taken already.`
    named.add(id)
  }
  if (Object.keys(fields).length > 0) throw new Invalid('Some roles cannot be changed so.', fields)
}

async function changeOpening(
  tx: Transaction,
  news: News,
  project: SeenProject,
  row: Row,
  { title, seats, skills }: OpeningInput,
  skillIds: Map<string, string>,
) {
  const full = row.filled >= seats
  const free = row.status === 'filled' ? 'open' : row.status
  await tx
    .update(opening)
    .set({ title, seats, status: full ? 'filled' : free })
    .where(eq(opening.id, row.id))
  await storeOpeningSkills(tx, row.id, skills, skillIds)
  if (full && row.status !== 'filled')
    await closeRequests(tx, news, project, `Every seat for ${title} is taken now.`, row.id)
}

async function removeOpening(tx: Transaction, news: News, project: SeenProject, row: Row) {
  await closeRequests(tx, news, project, `The team no longer looks for ${row.title}.`, row.id)
  const { rows } = await tx.execute(sql`
    select exists (select from application where opening_id = ${row.id})
        or exists (select from invitation where opening_id = ${row.id})
        or exists (select from membership where opening_id = ${row.id}) as used`)
  // What people once asked for or sat in stays as history.
  if (rows[0]?.used)
    await tx.update(opening).set({ status: 'closed' }).where(eq(opening.id, row.id))
  else await tx.delete(opening).where(eq(opening.id, row.id))
}
