import type { NextRequest } from 'next/server'
import { sendFeed } from '@/app/projects/send-feed'
import { getViewer } from '@/app/session'
import { browseUrl, feedUrl, firstOf } from '@/components/projects/browse-url'
import { browseInput } from '@/contracts/inputs'
import { listFeed } from '@/domain/projects/list-feed'

/** What is new under the filters of a search. */
export async function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl
  const names = [...new Set(searchParams.keys())]
  const input = browseInput.parse(
    Object.fromEntries(
      names.map((name) => {
        const all = searchParams.getAll(name)
        return [name, all.length > 1 ? all : all[0]]
      }),
    ),
  )
  return sendFeed(request.headers, {
    title: input.q ? `Prajix: projects for “${input.q}”` : 'Prajix: new projects',
    list: browseUrl(firstOf(input)),
    self: feedUrl(input),
    projects: await listFeed(await getViewer(), input),
  })
}
