import { randomUUID } from 'node:crypto'
import type PgBoss from 'pg-boss'
import type { Logger } from 'pino'
import { pool } from '@/db/client'
import { type JobName, jobNames, openJobs } from '@/db/jobs'
import { pruneAttachments } from '@/domain/attachments/prune-attachments'
import { sweepAttachments } from '@/domain/attachments/sweep-attachments'
import { compactDocuments } from '@/domain/documents/compact-document'
import { pruneMatching } from '@/domain/matching/prune-matching'
import { refreshRarity } from '@/domain/matching/rarity'
import { pruneReminders } from '@/domain/reminders/prune-reminders'
import { tellReminders } from '@/domain/reminders/tell-reminders'
import { purgeDeletedMessages } from '@/domain/rooms/purge-deleted-messages'
import { tellSavedSearches } from '@/domain/searches/tell-saved-searches'
import { askQuietMembers } from '@/domain/teams/ask-quiet-members'
import { expireRequests } from '@/domain/teams/expire-requests'
import { nudgeRequests } from '@/domain/teams/nudge-requests'

const work: Record<JobName, () => Promise<unknown>> = {
  expireRequests,
  nudgeRequests,
  compactDocuments,
  askQuietMembers,
  pruneMatching,
  refreshRarity,
  tellSavedSearches,
  pruneAttachments,
  sweepAttachments: () => sweepAttachments(),
  purgeDeletedMessages,
  tellReminders,
  pruneReminders,
}

/** How often a process looks for something to do, in seconds: no job is in a hurry. */
const every = 30
/** After how long a process that could not start its jobs tries again, in milliseconds. */
const startAgain = 10_000
/** How long a job that is under way may still take when the process ends, in milliseconds. */
const patience = 8_000

/**
 * Takes part in the work on the database's jobs: of all processes that do, one gets each job. A job that
 * fails is logged here and tried again by whoever is free; one whose process died, after five minutes.
 * Each repeats harmlessly: it takes rows that are due, under their locks.
 * @returns lets what is under way finish, and takes nothing more
 */
export function runJobs(log: Logger): () => Promise<void> {
  const boss = openJobs(pool(), { runs: true })
  boss.on('error', (error) => log.warn({ err: error }, 'the jobs could not be looked up'))
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const start = async () => {
    try {
      await boss.start()
      if (stopped) return
      for (const name of jobNames) await takeJobs(boss, name, log)
      log.info('the jobs run')
    } catch (error) {
      // The database is away or not migrated yet; the rest of this process copes with that too.
      log.warn({ err: error }, 'the jobs could not be started')
      if (!stopped) timer = setTimeout(() => void attempt(), startAgain)
    }
  }
  let starting = Promise.resolve()
  const attempt = () => {
    starting = start()
    return starting
  }
  void attempt()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await starting
    try {
      await boss.stop({ timeout: patience })
    } catch (error) {
      log.warn({ err: error }, 'the jobs could not be stopped in order')
    }
  }
}

async function takeJobs(boss: PgBoss, name: JobName, log: Logger) {
  await boss.work(name, { pollingIntervalSeconds: every }, async () => {
    try {
      await work[name]()
      log.debug({ job: name }, 'a job is done')
    } catch (error) {
      const errorId = randomUUID()
      log.error({ err: error, job: name, errorId }, 'a job failed')
      // The library stores what it is thrown, and an error of the database holds people's values.
      throw new Error(`The log has the reason under ${errorId}.`)
    }
  })
}
