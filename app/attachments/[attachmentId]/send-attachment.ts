import type { OpenedAttachment } from '@/domain/attachments/open-attachment'

/**
 * A file with everything that keeps it from acting as a page of ours: only pictures that we drew are shown,
 * whatever else it is or claims to be is handed over to be kept.
 */
export async function sendAttachment(
  asked: Headers,
  opened: OpenedAttachment,
  version: string,
  { download }: { download: boolean },
): Promise<Response> {
  const etag = `"${version}"`
  const shown = opened.type !== null && !download
  const headers = new Headers({
    ETag: etag,
    // Kept by this browser alone, and asked for each time: a seat can end.
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Type': opened.type ?? 'application/octet-stream',
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; ${fileName(opened.name)}`,
  })
  if (asked.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  if (opened.bytes === null) return new Response(await opened.read(), { headers })
  headers.set('Accept-Ranges', 'bytes')
  const range = rangeOf(asked, opened.bytes)
  if (range === 'outside') {
    headers.set('Content-Range', `bytes */${opened.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { from, to } = range ?? { from: 0, to: opened.bytes - 1 }
  headers.set('Content-Length', String(to - from + 1))
  if (range) headers.set('Content-Range', `bytes ${from}-${to}/${opened.bytes}`)
  return new Response(await opened.read(range), { status: range ? 206 : 200, headers })
}

/** One range; of several, or of none that can be read, the whole file is sent, as the standard allows. */
function rangeOf(asked: Headers, bytes: number) {
  if (asked.has('if-range')) return undefined
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked.get('range') ?? '') ?? []
  if (!first && !last) return undefined
  const from = first ? Number(first) : Math.max(0, bytes - Number(last))
  const to = first && last ? Math.min(Number(last), bytes - 1) : bytes - 1
  return from > to || from >= bytes ? 'outside' : { from, to }
}

/** Its name for old readers in plain letters, and as it is for all others. */
function fileName(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${whole}`
}
