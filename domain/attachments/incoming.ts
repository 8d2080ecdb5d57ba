import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Invalid } from '@/domain/errors'
import { env } from '@/env'

/** Milliseconds for which a sender may say nothing, and for which a whole upload may last. */
const longestPause = 20_000
const longestUpload = 5 * 60_000
/** What lies here longer was left by a process that was killed. */
const leftover = 60 * 60_000

const folder = () => path.resolve(/* turbopackIgnore: true */ env().DATA_DIR, 'files', 'incoming')

/**
 * A folder for one upload, gone with all that is in it once `work` has ended, however it ends.
 * @param work gets a path for each name
 */
export async function withIncoming<T>(work: (at: (name: string) => string) => Promise<T>) {
  const own = path.join(folder(), randomUUID())
  await mkdir(own, { recursive: true })
  try {
    return await work((name) => path.join(own, name))
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

/**
 * Writes exactly `bytes` bytes of a sender whom nobody trusts.
 * @throws Invalid when there are more or fewer, or when the sender stops or crawls
 */
export async function writeIncoming(
  file: string,
  body: ReadableStream<Uint8Array>,
  bytes: number,
): Promise<void> {
  const handle = await open(file, 'wx')
  const reader = body.getReader()
  const deadline = Date.now() + longestUpload
  let read = 0
  try {
    for (;;) {
      const { done, value } = await next(reader, Math.min(longestPause, deadline - Date.now()))
      if (done) break
      read += value.byteLength
      if (read > bytes) throw new Invalid('The file is longer than was said. Choose it again.')
      await handle.writeFile(value)
    }
    if (read < bytes) throw broken()
  } finally {
    void reader.cancel().catch(() => {})
    await handle.close()
  }
}

const broken = () => new Invalid('The upload broke off. Check your connection and try again.')

async function next(reader: ReadableStreamDefaultReader<Uint8Array>, patience: number) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(broken()), Math.max(0, patience))
  })
  try {
    return await Promise.race([reader.read(), late])
  } catch {
    throw broken()
  } finally {
    clearTimeout(timer)
  }
}

/** Removes what uploads of processes that were killed have left. */
export async function clearIncoming(now = Date.now()): Promise<void> {
  const names = await readdir(folder()).catch(() => [])
  for (const name of names) {
    const at = path.join(folder(), name)
    const found = await stat(at).catch(() => undefined)
    if (found && now - found.mtimeMs > leftover) await rm(at, { recursive: true, force: true })
  }
}
