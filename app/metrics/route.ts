import { canReadMetrics } from '@/domain/access/metrics'
import { processMetrics } from '@/domain/process-metrics'

export const dynamic = 'force-dynamic'

/** For Prometheus alone: whoever lacks the token meets what is not there. */
export async function GET(request: Request) {
  if (!canReadMetrics(request.headers.get('authorization')))
    return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } })
  const { registry } = processMetrics()
  return new Response(await registry.metrics(), {
    headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
  })
}
