import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'

export const dynamic = 'force-dynamic'

const types: Record<string, string> = { '.gz': 'application/gzip', '.json': 'application/json' }

/**
 * The files of the languages that run in the browser, as the build laid them down: compressed, for the
 * page to unpack. Their names change with their content, so they are kept for good; the list of names is
 * asked for anew each time.
 */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  const type = types[path.extname(file)]
  const at = path.join(process.cwd(), 'dist', 'runner', file)
  // A plain name, so that the path cannot lead anywhere else.
  if (!/^\w[\w.-]*$/.test(file) || !type || !(await isFile(at)))
    return new Response(null, { status: 404 })
  const stream = createReadStream(/* turbopackIgnore: true */ at, { signal: request.signal })
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'Content-Type': type,
      'Cache-Control':
        file === 'manifest.json' ? 'no-cache' : 'public, max-age=31536000, immutable',
    },
  })
}

async function isFile(at: string): Promise<boolean> {
  try {
    return (await stat(/* turbopackIgnore: true */ at)).isFile()
  } catch {
    return false
  }
}
