import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import type { Names } from './list-raises'

/** The catalogue's words: a few hundred. */
export async function loadNames(q: Queryable): Promise<Names> {
  const { rows } = await q.execute<{ kind: string; slug: string; name: string }>(sql`
    select 'skill' as kind, slug, name from skill union all select 'step', id, title from step`)
  const names = new Map(rows.map(({ kind, slug, name }) => [`${kind} ${slug}`, name]))
  return {
    skill: (slug) => names.get(`skill ${slug}`) ?? slug,
    step: (stepId) => names.get(`step ${stepId}`) ?? stepId,
  }
}
