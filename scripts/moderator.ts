import fs from 'node:fs'
import path from 'node:path'
import { DataFolder } from './data-folder'
import { ensureDatabase, reachDatabase } from './database'
import { postgresFolders, runningPostgres, startEmbeddedPostgres } from './postgres'
import { Sentence } from './sentence.js'

/** Says who is a moderator, in the database that `npm start` would use. */
export async function moderator(args: string[]): Promise<void> {
  const data = new DataFolder(process.env.DATA_DIR || '.data')
  const { url, stop } = await findDatabase(data)
  try {
    process.env.DATABASE_URL = url
    process.env.AUTH_SECRET ||= data.authSecret()
    // The environment is read once, so only now.
    const { nameModerator } = await import('./name-moderator')
    console.log(await nameModerator(args))
  } finally {
    await stop()
  }
}

/** @throws Sentence when there is none yet. */
async function findDatabase(data: DataFolder): Promise<{ url: string; stop: () => Promise<void> }> {
  const external = process.env.DATABASE_URL
  const nothing = async () => {}
  if (external) {
    await reachDatabase(external)
    return { url: external, stop: nothing }
  }
  const folder = data.postgres
  const running = runningPostgres(folder)
  if (running) return { url: await ensureDatabase(running, 'prajix'), stop: nothing }
  if (!postgresFolders(folder).some((at) => fs.existsSync(path.join(at, 'PG_VERSION'))))
    throw new Sentence(`There is no database in ${data.folder} yet: run npm start first.`)
  const started = await startEmbeddedPostgres({ folder, durable: true })
  return { url: await ensureDatabase(started.url, 'prajix'), stop: () => started.stop() }
}
