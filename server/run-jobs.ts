import type { Logger } from 'pino'
import { compactDocuments } from '@/domain/documents/compact-document'
import { pruneMatching } from '@/domain/matching/prune-matching'
import { refreshRarity } from '@/domain/matching/rarity'
import { expireRequests } from '@/domain/teams/expire-requests'
import { nudgeRequests } from '@/domain/teams/nudge-requests'

const every = 10 * 60 * 1_000
const jobs = { expireRequests, nudgeRequests, compactDocuments, pruneMatching, refreshRarity }

/** What has to happen although nobody asks for it. Several nodes may run it: each job repeats harmlessly. */
export function runJobs(log: Logger): () => void {
  const run = async () => {
    for (const [job, work] of Object.entries(jobs))
      try {
        await work()
      } catch (error) {
        log.error({ err: error, job }, 'a job failed')
      }
  }
  const timer = setInterval(() => void run(), every)
  void run()
  return () => clearInterval(timer)
}
