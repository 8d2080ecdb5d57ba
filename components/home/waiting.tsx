import { Avatar } from '@/components/ui/avatar'
import { CountBadge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { RelativeTime } from '@/components/ui/relative-time'
import type { HomePage } from '@/contracts/views'

/** Requests that the person decides, and invitations that they answer. */
export function Waiting({ home }: { home: HomePage }) {
  const { requestsToDecide, invitations } = home
  const count = requestsToDecide.length + invitations.length
  // Someone without a team has better things to read than that nothing waits.
  if (count === 0 && home.rooms.length === 0) return null
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="mb-3 flex items-center gap-2.5 text-xl">
        Waiting for you
        <CountBadge count={count} label="to answer" />
      </h2>
      {count === 0 ? (
        <EmptyState>
          Requests to join your teams and invitations to others stand here. Nothing waits for you
          now.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {invitations.map((invitation) => (
            <Row
              key={invitation.id}
              person={invitation.invitedBy}
              text={
                <>
                  <strong className="font-semibold">{invitation.invitedBy.name}</strong> invites you
                  to {invitation.project.title} as {invitation.opening.title}
                </>
              }
              message={invitation.message || invitation.project.pitch}
              at={invitation.createdAt}
              href="/teams"
              action="Answer"
              about={`the invitation to ${invitation.project.title}`}
            />
          ))}
          {requestsToDecide.map((request) => (
            <Row
              key={request.id}
              person={request.person}
              text={
                <>
                  <strong className="font-semibold">{request.person.name}</strong> asks to join{' '}
                  {request.project.title} as {request.opening.title}
                </>
              }
              message={request.message}
              at={request.createdAt}
              href={`/projects/${request.project.slug}/requests`}
              action="Decide"
              about={`the request of ${request.person.name}`}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({
  person,
  text,
  message,
  at,
  href,
  action,
  about,
}: {
  person: { name: string; line: number }
  text: React.ReactNode
  message: string
  at: string
  href: string
  action: string
  about: string
}) {
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3.5 sm:flex-nowrap">
      <Avatar person={person} className="mt-0.5" />
      <div className="min-w-0 flex-1 text-sm">
        <p>
          {text} <RelativeTime at={at} className="text-xs whitespace-nowrap text-ink-3" />
        </p>
        {message && <p className="mt-0.5 line-clamp-2 text-ink-2">{message}</p>}
      </div>
      <div className="w-full pl-11 sm:w-auto sm:pl-0">
        <LinkButton size="s" href={href}>
          {action}
          <span className="sr-only"> {about}</span>
        </LinkButton>
      </div>
    </li>
  )
}
