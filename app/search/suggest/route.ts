import type { NextRequest } from 'next/server'
import { getViewer } from '@/app/session'
import { suggestInput } from '@/contracts/inputs'
import { listSuggestions } from '@/domain/search/list-suggestions'

/** What the header's search box shows while somebody types; who asks decides whom they meet. */
export async function GET(request: NextRequest) {
  const input = suggestInput.parse(Object.fromEntries(request.nextUrl.searchParams))
  const suggestions = await listSuggestions(await getViewer(), input)
  return Response.json(suggestions, { headers: { 'cache-control': 'private, max-age=30' } })
}
