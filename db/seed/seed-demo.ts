import { hash } from '@node-rs/argon2'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from '../schema'
import { buildPeople } from './build-people'
import { buildProject } from './build-project'
import { buildProposals } from './build-proposals'
import { buildRoom } from './build-room'
import { startClock } from './clock'
import { demoLogins } from './demo-logins'
import { people as peopleData } from './people'
import { projects as projectData } from './projects'
import { boards, conversations, files, histories } from './rooms'

/** Any constant of our own: two processes that seed at once seed once. */
const seedLock = 727_465_923
/** The same costs as for everybody's password. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * Fills an empty database with the demo, in one transaction; run after syncReferenceData.
 * @returns false, and touches nothing, when people exist already.
 */
export async function seedDemo(databaseUrl: string, now = new Date()): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    return await drizzle(client, { schema }).transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${seedLock})`)
      const [someone] = await tx.select({ id: schema.person.id }).from(schema.person).limit(1)
      if (someone) return false

      const known = await tx
        .select({ id: schema.skill.id, slug: schema.skill.slug })
        .from(schema.skill)
      const skillIds = new Map(known.map((row) => [row.slug, row.id]))
      const skillId = (slug: string) => {
        const id = skillIds.get(slug)
        if (!id) throw new Error(`The skill ${slug} is not in the catalogue.`)
        return id
      }
      const hashes = new Map<string, string>()
      for (const login of demoLogins) hashes.set(login.email, await hash(login.password, cost))

      const clock = startClock(now)
      const people = buildPeople(peopleData, skillId, hashes, clock)
      const projects = projectData.map((data) => buildProject(data, people, skillId, clock))
      const rooms = projects.map((built) =>
        buildRoom(
          built,
          conversations[built.data.slug] ?? [],
          files[built.data.slug] ?? [],
          boards[built.data.slug] ?? { marks: [], tasks: [] },
          histories[built.data.slug] ?? [],
          people,
          clock,
        ),
      )
      const proposals = buildProposals(people, clock)

      await tx.insert(schema.person).values(people.rows)
      await tx.insert(schema.userSkill).values(people.skills)
      await tx.insert(schema.availabilityWindow).values(people.windows)
      await tx.insert(schema.stepProgress).values(people.progress)
      await tx.insert(schema.project).values(projects.map((built) => built.project))
      await tx.insert(schema.projectStep).values(projects.flatMap((built) => built.steps))
      await tx.insert(schema.opening).values(projects.flatMap((built) => built.openings))
      await tx.insert(schema.openingSkill).values(projects.flatMap((built) => built.openingSkills))
      await tx.insert(schema.membership).values(projects.flatMap((built) => built.memberships))
      await tx.insert(schema.application).values(projects.flatMap((built) => built.applications))
      await tx.insert(schema.invitation).values(projects.flatMap((built) => built.invitations))
      await tx.insert(schema.notification).values(projects.flatMap((built) => built.notifications))
      await tx.insert(schema.room).values(projects.map((built) => built.room))
      const wheels = projects.map((built) => ({ roomId: built.room.id }))
      await tx.insert(schema.wheel).values(wheels)
      await tx.insert(schema.roomEvent).values(rooms.flatMap((built) => built.events))
      await tx.insert(schema.message).values(rooms.flatMap((built) => built.messages))
      await tx.insert(schema.reaction).values(rooms.flatMap((built) => built.reactions))
      await tx.insert(schema.roomRead).values(rooms.flatMap((built) => built.reads))
      await tx.insert(schema.document).values(rooms.flatMap((built) => built.documents))
      await tx.insert(schema.documentUpdate).values(rooms.flatMap((built) => built.updates))
      await tx.insert(schema.documentClient).values(rooms.flatMap((built) => built.clients))
      await tx.insert(schema.run).values(rooms.flatMap((built) => built.runs))
      await tx.insert(schema.roomText).values(rooms.flatMap((built) => built.texts))
      await tx.insert(schema.version).values(rooms.flatMap((built) => built.versions))
      await tx.insert(schema.versionFile).values(rooms.flatMap((built) => built.versionFiles))
      await tx.insert(schema.mark).values(rooms.flatMap((built) => built.marks))
      await tx.insert(schema.task).values(rooms.flatMap((built) => built.tasks))
      await tx.insert(schema.skillProposal).values(proposals.rows)
      await tx.insert(schema.skillSupporter).values(proposals.supporters)
      return true
    })
  } finally {
    await client.end()
  }
}
