import { endOf } from './child'
import type { DataFolder } from './data-folder'
import { describeDatabase, ensureDatabase, reachDatabase } from './database'
import type { Lifetime } from './lifetime'
import { startEmbeddedPostgres } from './postgres'
import { ProcessLog } from './process-log'
import { progress } from './progress.js'

/** The database to use: the one at `external`, else the embedded one, started. */
export async function startDatabase(
  life: Lifetime,
  data: DataFolder,
  external: string | undefined,
): Promise<{ url: string; told: string }> {
  if (external) {
    await progress('Reaching the database', () => life.step(() => reachDatabase(external)))
    return { url: external, told: describeDatabase(external) }
  }
  const log = new ProcessLog(data.logs, 'postgres')
  const postgres = await progress('Starting the embedded PostgreSQL', () =>
    life.step(() =>
      startEmbeddedPostgres({
        folder: data.postgres,
        durable: true,
        onOutput: (chunk) => void log.write(chunk),
      }),
    ),
  )
  life.own({
    name: 'postgres',
    pid: postgres.process.pid,
    log,
    ended: endOf(postgres.process),
    end: () => postgres.stop(),
    kill: () => postgres.kill(),
  })
  if (postgres.moved)
    console.log(
      `  PostgreSQL does not run as root and cannot enter ${data.folder}, so its data lies in ${postgres.folder}.`,
    )
  return {
    url: await ensureDatabase(postgres.url, 'prajix'),
    told: `embedded PostgreSQL in ${postgres.folder}`,
  }
}
