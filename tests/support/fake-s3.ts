import { createHash, createHmac } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

const region = 'eu-test-1'
export const fakeS3Login = { key: 'the-key', secret: 'the-secret', region, bucket: 'bucket' }

type Kept = { body: Buffer; since: Date }

/**
 * As much of S3 as the file store asks for, on loopback: it checks each signature by its own reckoning, and
 * lists two keys a page.
 */
export async function startFakeS3() {
  const kept = new Map<string, Kept>()
  const server = http.createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const answer = isSigned(request) ? handle(kept, request, Buffer.concat(parts)) : [403, '']
    const [status, body] = answer as [number, string | Buffer]
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    kept,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

function handle(kept: Map<string, Kept>, request: http.IncomingMessage, body: Buffer) {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3')
  if (pathname === '/bucket') return [200, list(kept, searchParams)]
  const key = decodeURIComponent(pathname.replace('/bucket/', ''))
  if (request.method === 'PUT') kept.set(key, { body, since: new Date() })
  if (request.method === 'DELETE') return [kept.delete(key) ? 204 : 404, '']
  const found = kept.get(key)
  if (!found) return [404, '']
  if (request.method !== 'GET') return [200, '']
  const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
  return from ? [206, found.body.subarray(Number(from), Number(to) + 1)] : [200, found.body]
}

function list(kept: Map<string, Kept>, asked: URLSearchParams): string {
  const all = [...kept].filter(([key]) => key.startsWith(asked.get('prefix') ?? '')).sort()
  const from = Number(asked.get('continuation-token') ?? 0)
  const entries = all
    .slice(from, from + 2)
    .map(
      ([key, { since }]) =>
        `<Contents><Key>${key}</Key><LastModified>${since.toISOString()}</LastModified></Contents>`,
    )
  const token =
    from + 2 < all.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
  return `<ListBucketResult>${entries.join('')}${token}</ListBucketResult>`
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** Signature of version 4, worked out from the request as it came. */
function isSigned(request: http.IncomingMessage): boolean {
  const { authorization = '', ...headers } = request.headers
  const [, credential = '', names = '', signature] =
    /Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(authorization) ?? []
  const [, day = '', ...scope] = credential.split('/')
  const url = new URL(request.url ?? '', 'http://s3')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const canonical = [
    request.method,
    url.pathname,
    query,
    ...names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n')
  const hash = createHash('sha256').update(canonical).digest('hex')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], [day, ...scope].join('/'), hash]
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (made, part) => hmac(made, part),
    `AWS4${fakeS3Login.secret}`,
  )
  return hmac(key, text.join('\n')).toString('hex') === signature
}
