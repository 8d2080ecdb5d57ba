import { sql } from 'drizzle-orm'
import { index, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { tsvector } from './columns'
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
  },
  (t) => [
    index('project_listing_needed').on(t.freeSeats, t.projectId),
    // Without the list of pending entries, which every search would read from end to end.
    index('project_listing_search').using('gin', t.search, t.title).with({ fastupdate: false }),
  ],
)

/** Words of public titles and pitches: what a mistyped word may have meant. */
export const searchWord = pgTable('search_word', { word: text('word').primaryKey() }, (t) => [
  index('search_word_trigram').using('gin', sql`${t.word} gin_trgm_ops`),
])
