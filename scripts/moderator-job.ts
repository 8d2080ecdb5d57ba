import { nameModerator } from './name-moderator'

// The command of a production set-up, on the DATABASE_URL of its environment.
try {
  console.log(await nameModerator(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
