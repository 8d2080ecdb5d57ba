import { closeDatabase } from '@/db/client'
import { setModerator } from '@/domain/accounts/set-moderator'
import { NotFound } from '@/domain/errors'
import { Sentence } from './sentence.js'

/**
 * Carries out `<handle> [--remove]` on the database of the environment.
 * @throws Sentence when nobody is named, or nobody has the handle.
 */
export async function nameModerator(args: string[]): Promise<string> {
  const [handle, more] = args.filter((arg) => arg !== '--remove').map((arg) => arg.replace('@', ''))
  if (!handle || more) throw new Sentence('Name one person by their handle: see --help.')
  const moderates = !args.includes('--remove')
  try {
    await setModerator(handle, moderates)
  } catch (error) {
    throw error instanceof NotFound ? new Sentence(`Nobody here is called @${handle}.`) : error
  } finally {
    await closeDatabase()
  }
  return moderates ? `@${handle} is a moderator.` : `@${handle} is no moderator any more.`
}
