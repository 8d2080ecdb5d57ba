import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { MatchesPage } from '@/contracts/matching'

/** Why there is nothing to show, and what to do about it. */
export function MatchesEmpty({
  page: { pendingRequests, maximumPendingRequests },
}: {
  page: MatchesPage
}) {
  if (pendingRequests >= maximumPendingRequests)
    return (
      <EmptyState action={<LinkButton href="/teams">See your requests</LinkButton>}>
        {maximumPendingRequests} of your requests wait for an answer, as many as may at a time. New
        matches stand here when one is answered or taken back.
      </EmptyState>
    )
  return (
    <EmptyState
      action={
        <LinkButton href="/projects/new" prefetch={false}>
          Post a project
        </LinkButton>
      }
    >
      No project with a free seat suits you now. You could start one; whoever it suits will find it.
    </EmptyState>
  )
}
