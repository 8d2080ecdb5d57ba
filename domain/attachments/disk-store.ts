import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { FileStore } from './file-store'

/** Files under `<folder>/files/kept`, by their keys. */
export function createDiskStore(folder: string): FileStore {
  const root = path.resolve(/* turbopackIgnore: true */ folder, 'files', 'kept')
  const at = (key: string) => path.join(root, ...key.split('/'))
  return {
    async put(key, file) {
      const to = at(key)
      await mkdir(path.dirname(to), { recursive: true })
      try {
        await rename(file, to)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
        // Another disk: copied beside its place first, for half a copy must not be found there.
        await copyFile(file, `${to}.part`)
        await rename(`${to}.part`, to)
      }
      await makeDurable(to)
    },
    async read(key, range) {
      const file = at(key)
      try {
        if (!(await stat(file)).isFile()) return undefined
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
      const part = range && { start: range.from, end: range.to }
      const stream = createReadStream(/* turbopackIgnore: true */ file, part)
      return Readable.toWeb(stream) as ReadableStream<Uint8Array>
    },
    async remove(key) {
      await rm(at(key), { force: true })
    },
    async *list() {
      for (const entry of await entriesOf(root)) {
        if (!entry.isDirectory()) continue
        for (const file of await entriesOf(path.join(root, entry.name))) {
          const found = await stat(path.join(root, entry.name, file.name)).catch(() => undefined)
          if (found?.isFile()) yield { key: `${entry.name}/${file.name}`, since: found.mtime }
        }
      }
    },
  }
}

/** Stored means stored: a row must not outlive the power cut that its file did not. */
async function makeDurable(file: string) {
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
