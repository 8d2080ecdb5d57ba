import { env } from '@/env'
import { prepareDatabase } from './database'

// The migration job of a production set-up: exits 0 when the database is ready for this version.
try {
  await prepareDatabase(env().DATABASE_URL)
  console.log('The database is up to date.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
