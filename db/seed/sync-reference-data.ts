import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { roadmaps } from '../roadmaps'
import { skill, skillProposal, step } from '../schema'
import { skills } from '../skills'

/** Any constant of our own: two processes that start at once sync one after the other. */
const syncLock = 727_465_922

const rows = roadmaps.flatMap((roadmap) =>
  roadmap.steps.map(({ id, title, line }, index) => ({
    id,
    roadmapId: roadmap.id,
    position: index + 1,
    title,
    line,
  })),
)

const became = sql`from ${skillProposal} p where p.skill_id = ${skill.id}`
/** What moderators added is theirs, also where the files name it later. */
const isAccepted = sql`exists (select ${became} and p.state = 'accepted')`
/** Nor do the files know which other words moderators gave to their skills. */
const mergedWords = sql`array(select p.name ${became} and p.state = 'merged'
  and lower(p.name) <> lower(excluded.name) and p.name <> all (excluded.aliases) order by p.id)`

/**
 * Mirrors the steps and skills of the data files into the database; run after each migrate, any number of
 * times. Steps and skills that vanished from the files stay: people's progress and projects refer to them.
 */
export async function syncReferenceData(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await drizzle(client).transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${syncLock})`)
      await makeRoom(tx)
      await tx
        .insert(step)
        .values(rows)
        .onConflictDoUpdate({
          target: step.id,
          set: {
            roadmapId: sql`excluded.roadmap_id`,
            position: sql`excluded.position`,
            title: sql`excluded.title`,
            line: sql`excluded.line`,
          },
        })
      await tx
        .insert(skill)
        .values(skills)
        .onConflictDoUpdate({
          target: skill.slug,
          set: { name: sql`excluded.name`, aliases: sql`excluded.aliases || ${mergedWords}` },
          setWhere: sql`not ${isAccepted}`,
        })
    })
  } finally {
    await client.end()
  }
}

/**
 * Positions are unique, row by row: known steps go below zero for a moment so that they can change places,
 * and steps that vanished go to the end, where they are in nobody's way.
 */
async function makeRoom(tx: Pick<NodePgDatabase, 'execute'>) {
  const known = sql.join(
    rows.map((row) => sql`${row.id}`),
    sql`, `,
  )
  await tx.execute(sql`
    update step set position = moved.n from (
      select id, greatest(1000, (select max(position) from step)) + row_number() over (order by roadmap_id, position) as n
      from step where id not in (${known}) and position <= 1000) moved
    where moved.id = step.id`)
  await tx.execute(sql`
    update step set position = -moved.n from (
      select id, row_number() over (order by roadmap_id, position) as n
      from step where id in (${known})) moved
    where moved.id = step.id`)
}
