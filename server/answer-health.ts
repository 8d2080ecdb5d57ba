import type { IncomingMessage, ServerResponse } from 'node:http'
import { checkReadiness } from '@/domain/check-readiness'

/** /healthz: the process lives. /readyz: it can serve; not while it drains. */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  isDraining: () => boolean,
): Promise<void> {
  const path = request.url?.split('?')[0]
  const answer = (status: number, body: object) => {
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    response.end(JSON.stringify(body))
  }
  if (path === '/healthz') return answer(200, { status: 'ok' })
  if (path !== '/readyz') return answer(404, { status: 'not found' })
  if (isDraining()) return answer(503, { status: 'draining' })
  const readiness = await checkReadiness()
  return answer(readiness.ready ? 200 : 503, readiness)
}
