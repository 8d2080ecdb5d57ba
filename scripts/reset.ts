import { createInterface } from 'node:readline/promises'
import type { DataFolder } from './data-folder'
import { Sentence } from './sentence.js'

/**
 * Deletes the embedded installation, after a yes.
 * @throws Sentence when there is nobody to ask, the answer is another, or the database is not ours.
 */
export async function reset(data: DataFolder, externalDatabase: boolean, sure: boolean) {
  if (externalDatabase)
    throw new Sentence(
      '--reset deletes the embedded database only, and DATABASE_URL names another: unset one of them.',
    )
  if (!sure) {
    if (!process.stdin.isTTY)
      throw new Sentence('--reset asks before it deletes, and there is no terminal: add --yes.')
    const prompt = createInterface({ input: process.stdin, output: process.stdout })
    // Ctrl-C at the question is a no.
    const refused = new Promise<string>((resolve) => prompt.once('SIGINT', () => resolve('no')))
    const question = `This deletes the database, the files and the secret in ${data.folder} for good. Type yes to go on: `
    const answer = await Promise.race([prompt.question(question), refused])
    prompt.close()
    if (answer.trim().toLowerCase() !== 'yes') throw new Sentence('Nothing was deleted.')
  }
  data.reset()
}
