import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/** What a file is, by its first bytes; nobody believes its name or what its sender says. */
export async function findType(file: string): Promise<string> {
  // A file that is broken in its middle is still a file.
  const found = await fileTypeFromFile(file).catch(() => undefined)
  if (found) return found.mime
  return (await looksLikeText(file)) ? 'text/plain' : 'application/octet-stream'
}

async function looksLikeText(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(8192), 0, 8192, 0)
    const start = buffer.subarray(0, bytesRead)
    if (start.includes(0)) return false
    // `stream`: the last letter may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return true
  } catch {
    return false
  } finally {
    await handle.close()
  }
}
