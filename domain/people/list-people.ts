import { inArray, sql } from 'drizzle-orm'
import type { PeopleInput } from '@/contracts/inputs'
import type { PeoplePage } from '@/contracts/views'
import { db, type Transaction } from '@/db/client'
import { skill } from '@/db/schema'
import { loadHiddenPeople } from '@/domain/access/blocks'
import { loadContactable } from '@/domain/access/people'
import { loadWindows } from '@/domain/accounts/load-windows'
import type { Actor } from '@/domain/actor'
import { findByActivity, findByOverlap } from './find-people'
import { loadPeople } from './load-people'
import { peopleFilters, typoThreshold } from './people-filters'
import { type Interests, whyMeet } from './why-meet'

export const pageSize = 24

/**
 * A page of the directory: listed people under the filters, without the viewer and without anybody whom a
 * block hides. Sorted by overlap it compares the 500 who were here last; without hours of one's own it
 * sorts by activity, and a least overlap is met by nobody.
 */
export async function listPeople(actor: Actor, input: PeopleInput): Promise<PeoplePage> {
  return db().transaction(
    async (tx) => {
      // Local to the transaction: the threshold is a setting of the connection, and those are shared.
      await tx.execute(
        sql`select set_config('pg_trgm.word_similarity_threshold', ${String(typoThreshold)}, true)`,
      )
      const hidden = await loadHiddenPeople(tx, actor.personId)
      const own = (await loadWindows(tx, [actor.personId])).get(actor.personId) ?? []
      const hours = { windows: own, timeZone: actor.timeZone, now: new Date() }
      const size = pageSize * input.shown
      const find = input.sort === 'overlap' && own.length > 0 ? findByOverlap : findByActivity
      const skillIds = await loadSkillIds(tx, [...input.has, ...input.wants])
      const where = peopleFilters(input, actor.personId, { hidden, skillIds })
      const { found, next } = await find(tx, hours, where, {
        after: input.after,
        overlap: input.overlap,
        size,
      })
      const ids = found.map(({ id }) => id)
      const people = await loadPeople(tx, ids)
      const contactable = await loadContactable(tx, actor, ids)
      const interests = await loadInterests(tx, actor.personId)
      const shared = new Map(found.map((one) => [one.id, one.shared]))
      return {
        people: people.map((row) => {
          const person = { ...row, sharedMinutes: shared.get(row.id) ?? null }
          const canMessage = contactable.has(row.id)
          return { ...person, why: whyMeet(interests, person), canMessage }
        }),
        full: found.length === size,
        next,
        hasHours: own.length > 0,
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

async function loadSkillIds(tx: Transaction, slugs: string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map()
  const rows = await tx
    .select({ id: skill.id, slug: skill.slug })
    .from(skill)
    .where(inArray(skill.slug, slugs))
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

async function loadInterests(tx: Transaction, personId: string): Promise<Interests> {
  const [self] = await loadPeople(tx, [personId])
  return {
    has: new Set(self?.has.map(({ slug }) => slug)),
    wants: new Set(self?.wants.map(({ slug }) => slug)),
    learning: new Set(self?.learning.map(({ id }) => id)),
  }
}
