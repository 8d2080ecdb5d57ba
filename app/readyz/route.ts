import { checkReadiness } from '@/domain/check-readiness'

export const dynamic = 'force-dynamic'

/** Ready: what the process needs answers in time. 503 names what does not. */
export async function GET() {
  const readiness = await checkReadiness()
  return Response.json(readiness, {
    status: readiness.ready ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
