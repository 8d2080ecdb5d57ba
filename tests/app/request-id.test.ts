import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { requestId } from '@/app/_request/request-id'
import { stampRequests } from '@/app/_request/stamp-requests'
import * as settings from '@/env'

stampRequests()
const believing = (proxies: number) =>
  vi.spyOn(settings, 'env').mockReturnValue({ ...settings.env(), TRUSTED_PROXIES: proxies })
// Two answers at once, each after a pause: what a request knows of itself must not be another's.
const server = createServer((_, response) => {
  void wait(20).then(() => response.end(requestId()))
})
server.listen(0)
const ask = async (given?: string) => {
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://localhost:${port}`, {
    headers: given ? { 'x-request-id': given } : {},
  })
  return { said: answer.headers.get('x-request-id'), known: await answer.text() }
}
afterEach(() => {
  vi.restoreAllMocks()
})

it('gives each request an id of its own, which the answer names and its logs know', async () => {
  const answers = await Promise.all([ask(), ask(), ask('chosen-by-a-browser')])
  for (const { said, known } of answers) expect(known).toBe(said)
  const ids = new Set(answers.map(({ said }) => said))
  expect(ids.size).toBe(3)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/)
})

it('takes an id from a proxy of ours, and nothing that would not fit into a line', async () => {
  believing(1)
  expect(await ask('from-the-proxy')).toEqual({ said: 'from-the-proxy', known: 'from-the-proxy' })
  const odd = await ask('a"} forged')
  expect(odd.said).toMatch(/^[0-9a-f-]{36}$/)
  server.close()
})
