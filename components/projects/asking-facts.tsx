import type { ProjectPage } from '@/contracts/views'
import { answerTime } from './answer-time'

/** How soon an answer comes, and how many of one's requests wait for one. */
export function AskingFacts({
  project,
}: {
  project: Pick<ProjectPage, 'waiting' | 'answerSeconds'>
}) {
  const { requests, most } = project.waiting
  const { answerSeconds } = project
  if (answerSeconds === null && requests === 0) return null
  return (
    <div className="flex flex-col gap-1 text-sm text-ink-2">
      {answerSeconds !== null && <p>Usually answers {answerTime(answerSeconds)}.</p>}
      {requests > 0 && (
        <p className="tabular">
          {requests} of {most} requests {requests === 1 ? 'is' : 'are'} waiting
        </p>
      )}
    </div>
  )
}
