export const dynamic = 'force-dynamic'

/** Alive: the process answers. Whether it can work is the question of /readyz. */
export function GET() {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
