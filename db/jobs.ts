import type pg from 'pg'
import PgBoss from 'pg-boss'

/** What happens although nobody asks for it, and when (cron, in UTC). */
export const jobs = {
  expireRequests: '*/10 * * * *',
  nudgeRequests: '*/10 * * * *',
  compactDocuments: '*/10 * * * *',
  askQuietMembers: '*/10 * * * *',
  tellSavedSearches: '*/10 * * * *',
  pruneMatching: '*/10 * * * *',
  refreshRarity: '*/10 * * * *',
  pruneAttachments: '*/10 * * * *',
  sweepAttachments: '17 3 * * *',
  purgeDeletedMessages: '* * * * *',
  tellReminders: '* * * * *',
  pruneReminders: '23 3 * * *',
} as const
export type JobName = keyof typeof jobs
export const jobNames = Object.keys(jobs) as JobName[]

/** The library's tables stand in a schema of their own. */
export const jobSchema = 'pgboss'

/** Where cron puts what is due, before it goes to the job's own queue; the library names it. */
const cronQueue = '__pgboss__send-it'

const queueOptions = {
  // At most one that waits and one that runs: what piles up while a job fails is one run.
  policy: 'stately',
  retryLimit: 3,
  retryDelay: 30,
  retryBackoff: true,
  // The process that ran it is taken for dead after this long, and the job is given to another.
  expireInSeconds: 5 * 60,
} as const

/**
 * The job library over connections of ours.
 * @param options.runs decides and does what is due; false: only puts in and looks up
 */
export function openJobs(from: pg.Pool | pg.Client, { runs }: { runs: boolean }): PgBoss {
  return new PgBoss({
    schema: jobSchema,
    db: { executeSql: (text, values) => from.query(text, values) },
    // Tables are made by migrations alone, so that a process needs no right to make any.
    migrate: false,
    supervise: runs,
    schedule: runs,
    maintenanceIntervalSeconds: 60,
    cronWorkerIntervalSeconds: 30,
    // Failures can be looked at for a week; what went well is of no interest after a day.
    archiveCompletedAfterSeconds: 24 * 60 * 60,
    archiveFailedAfterSeconds: 7 * 24 * 60 * 60,
  })
}

/** Brings the library's schema, the queues and their times up to date. The caller holds the migrations' lock. */
export async function installJobs(client: pg.Client): Promise<void> {
  const options = { schema: jobSchema, supervise: false, schedule: false }
  const boss = new PgBoss({
    ...options,
    db: { executeSql: (text, values) => client.query(text, values) },
  })
  await boss.start()
  try {
    await boss.createQueue(cronQueue)
    for (const name of jobNames) {
      await boss.createQueue(name, { name, ...queueOptions })
      await boss.updateQueue(name, { name, ...queueOptions })
      await boss.schedule(name, jobs[name])
    }
    for (const { name } of await boss.getSchedules())
      if (!(name in jobs)) await boss.unschedule(name)
  } finally {
    await boss.stop({ graceful: false })
  }
}
