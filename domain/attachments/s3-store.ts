import { readFile } from 'node:fs/promises'
import { AwsClient } from 'aws4fetch'
import type { FileStore } from './file-store'

type Place = { endpoint: string; bucket: string; key: string; secret: string; region: string }

/** A bucket may hold other things of its owner. */
const prefix = 'attachments/'

/** Any S3-compatible store, addressed by path, which all of them understand. */
export function createS3Store({ endpoint, bucket, key, secret, region }: Place): FileStore {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: 2,
  })
  const root = `${endpoint.replace(/\/+$/, '')}/${bucket}`
  const at = (name: string) => `${root}/${prefix}${name}`

  /** @throws Error that names neither the address nor the login. */
  async function ask(url: string, init: RequestInit, accepted: number[]): Promise<Response> {
    const answer = await client.fetch(url, init)
    if (accepted.includes(answer.status)) return answer
    await answer.body?.cancel()
    throw new Error(`The file store answered ${answer.status} to ${init.method ?? 'GET'}.`)
  }

  return {
    async put(name, file) {
      // Whole, for stores refuse a body of unknown length; a file is 25 MB at most.
      const body = await readFile(file)
      await ask(at(name), { method: 'PUT', body }, [200, 201])
    },
    async read(name, range) {
      const headers: Record<string, string> = range
        ? { Range: `bytes=${range.from}-${range.to}` }
        : {}
      const answer = await ask(at(name), { headers }, range ? [206, 404] : [200, 404])
      if (answer.status === 404) {
        await answer.body?.cancel()
        return undefined
      }
      return answer.body ?? new Blob([]).stream()
    },
    async remove(name) {
      const answer = await ask(at(name), { method: 'DELETE' }, [200, 202, 204, 404])
      await answer.body?.cancel()
    },
    async *list() {
      for (let token: string | undefined, more = true; more; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix })
        if (token) query.set('continuation-token', token)
        const page = await (await ask(`${root}?${query}`, {}, [200])).text()
        for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const name = textOf(entry, 'Key')
          const since = new Date(textOf(entry, 'LastModified') ?? '')
          if (name?.startsWith(prefix)) yield { key: name.slice(prefix.length), since }
        }
        token = textOf(page, 'NextContinuationToken')
        more = token !== undefined
      }
    },
  }
}

/** Our keys need no escapes; a token may have some. */
function textOf(xml: string, tag: string): string | undefined {
  return new RegExp(`<${tag}>([^<]*)</${tag}>`)
    .exec(xml)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
