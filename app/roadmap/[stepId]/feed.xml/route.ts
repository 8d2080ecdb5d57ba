import type { NextRequest } from 'next/server'
import { sendFeed } from '@/app/projects/send-feed'
import { getViewer } from '@/app/session'
import { browseUrl } from '@/components/projects/browse-url'
import { browseInput } from '@/contracts/inputs'
import { listFeed } from '@/domain/projects/list-feed'
import { findStep } from '@/domain/roadmap/find-step'

/** Projects on this step that one can join, the newest first. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ stepId: string }> },
) {
  const { stepId } = await params
  const found = findStep(stepId)
  if (!found) return new Response('There is no such step.', { status: 404 })
  const input = browseInput.parse({ step: stepId })
  return sendFeed(request.headers, {
    title: `Prajix: projects on ${found.step.title}`,
    list: browseUrl(input),
    self: `/roadmap/${stepId}/feed.xml`,
    projects: await listFeed(await getViewer(), input),
  })
}
