import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { SearchFilters } from '@/contracts/searches'
import { person } from './accounts'
import { createdAt, moment, primaryId, tsvector } from './columns'
import { project } from './projects'

/**
 * What lists of projects read: one row per public project, kept up to date by triggers on `project` and
 * its parts (see the migration), so that whoever writes those cannot forget it.
 */
export const projectListing = pgTable(
  'project_listing',
  {
    projectId: uuid('project_id')
      .primaryKey()
      .references(() => project.id, { onDelete: 'cascade' }),
    /** Of all open openings, joinable or not: the key of "most needed". */
    freeSeats: smallint('free_seats').notNull(),
    /** The words of the text, and every facet as a word that begins with `~`: one index answers both. */
    search: tsvector('search').notNull(),
    title: tsvector('title').notNull(),
    /** The same facets, to be counted. */
    facets: text('facets').array().notNull(),
    /** Not a facet: near is a hundred zones, which a table of hashes tells sooner than the index. */
    timeZone: text('time_zone').notNull(),
    /** Since when it has been in lists: what saved searches tell as new. */
    listedAt: moment('listed_at').notNull().default(sql`now()`),
  },
  (t) => [
    index('project_listing_listed').on(t.listedAt),
    index('project_listing_needed').on(t.freeSeats, t.projectId),
    // Without the list of pending entries, which every search would read from end to end.
    index('project_listing_search').using('gin', t.search, t.title).with({ fastupdate: false }),
  ],
)

/**
 * Which projects have a step, a skill or a role: lists under one of them are walked in their order here. Kept
 * from `project_listing` by a trigger.
 */
export const listingFacet = pgTable(
  'listing_facet',
  {
    facet: text('facet').notNull(),
    // Without a foreign key, which would want an index of its own: the trigger deletes what the listing had.
    projectId: uuid('project_id').notNull(),
    freeSeats: smallint('free_seats').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facet, t.projectId] }),
    index('listing_facet_needed').on(t.facet, t.freeSeats, t.projectId),
  ],
)

/** Words of public titles and pitches: what a mistyped word may have meant. */
export const searchWord = pgTable('search_word', { word: text('word').primaryKey() }, (t) => [
  index('search_word_trigram').using('gin', sql`${t.word} gin_trgm_ops`),
])

/** Filters of the list of projects about which a person wants to hear. */
export const savedSearch = pgTable(
  'saved_search',
  {
    id: primaryId(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    filters: jsonb('filters').$type<SearchFilters>().notNull(),
    notifies: boolean('notifies').notNull().default(true),
    /** What was listed until then is told, or was there before. */
    seenUntil: moment('seen_until').notNull().default(sql`now()`),
    /** When it is looked at next. */
    dueAt: moment('due_at').notNull().default(sql`now()`),
    createdAt: createdAt(),
  },
  (t) => [
    // The filters themselves can be longer than an entry of an index may be.
    uniqueIndex('saved_search_once').on(t.personId, sql`md5(${t.filters}::text)`),
    index('saved_search_due').on(t.dueAt).where(sql`${t.notifies}`),
  ],
)
