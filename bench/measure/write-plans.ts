import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { batchPool, closeDatabase, pool } from '@/db/client'

/** What each use is called, and how to run it once. */
export type Uses = Record<string, () => Promise<unknown>>

/**
 * Runs every use once with `auto_explain`, and writes what the database says it did: the plans of the very
 * statements that the product sends.
 */
export async function writePlans(
  url: string,
  folder: string,
  openUses: () => Promise<Uses>,
): Promise<void> {
  const name = pg.escapeIdentifier(new URL(url).pathname.slice(1))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const set = (setting: string) => client.query(`alter database ${name} ${setting}`)
  await set(`set session_preload_libraries = 'auto_explain'`)
  await set(`set auto_explain.log_min_duration = 0`)
  await set(`set auto_explain.log_analyze = on`)
  await set(`set auto_explain.log_buffers = on`)
  await set(`set auto_explain.log_level = notice`)
  // Connections that are open already know nothing of it.
  await closeDatabase()
  try {
    let plans: string[] = []
    for (const opened of [pool(), batchPool()])
      opened.on('connect', (each) => {
        each.on('notice', ({ message }) => plans.push(message ?? ''))
      })
    fs.mkdirSync(folder, { recursive: true })
    for (const [use, call] of Object.entries(await openUses())) {
      plans = []
      await call()
      fs.writeFileSync(path.join(folder, `${use}.txt`), `${plans.join('\n\n')}\n`)
    }
  } finally {
    await set('reset session_preload_libraries')
    await closeDatabase()
    await client.end()
  }
}
