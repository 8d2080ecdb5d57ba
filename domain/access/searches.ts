import { and, eq } from 'drizzle-orm'
import { savedSearch } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** A saved search is its person's alone: nobody else's row is found. */
export const ownSearch = ({ personId }: Actor, searchId: string) =>
  and(eq(savedSearch.id, searchId), eq(savedSearch.personId, personId))
