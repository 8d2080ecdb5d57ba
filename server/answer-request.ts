import type { IncomingMessage, ServerResponse } from 'node:http'
import { canReadMetrics } from '@/domain/access/metrics'
import { checkReadiness } from '@/domain/check-readiness'

export type ReadMetrics = () => Promise<{ type: string; body: string }>

/** /healthz: the process lives. /readyz: it can serve; not while it drains. /metrics: with the token alone. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  isDraining: () => boolean,
  readMetrics: ReadMetrics,
): Promise<void> {
  const path = request.url?.split('?')[0]
  const send = (status: number, type: string, body: string) => {
    response.writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    response.end(body)
  }
  const answer = (status: number, body: object) =>
    send(status, 'application/json; charset=utf-8', JSON.stringify(body))
  if (path === '/healthz') return answer(200, { status: 'ok' })
  if (path === '/metrics' && canReadMetrics(request.headers.authorization)) {
    const { type, body } = await readMetrics()
    return send(200, type, body)
  }
  if (path !== '/readyz') return answer(404, { status: 'not found' })
  if (isDraining()) return answer(503, { status: 'draining' })
  const readiness = await checkReadiness()
  return answer(readiness.ready ? 200 : 503, readiness)
}
