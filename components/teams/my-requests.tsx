import Link from 'next/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { FormAction } from '@/contracts/form-state'
import type { ApplicationCard } from '@/contracts/views'
import { RequestOutcome } from './request-outcome'
import { WithdrawButton } from './withdraw-button'

/** What I asked for, and what became of it. */
export function MyRequests({
  applications,
  most,
  withdraw,
}: {
  applications: ApplicationCard[]
  /** How many may wait at once. */
  most: number
  withdraw: FormAction
}) {
  const waiting = applications.filter((one) => one.status === 'pending').length
  return (
    <>
      {waiting > 0 && (
        <p className="tabular text-sm text-ink-2">
          {waiting} of {most} requests {waiting === 1 ? 'is' : 'are'} waiting
        </p>
      )}
      <ul className="divide-y divide-line">
        {applications.map((application) => (
          <li key={application.id} className="flex flex-wrap items-start gap-x-6 gap-y-2 py-4">
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <Link
                  href={`/projects/${application.project.slug}`}
                  className="inline-flex min-h-6 items-center font-semibold hover:underline"
                >
                  {application.project.title}
                </Link>
                <RequestOutcome status={application.status} />
              </p>
              <p className="text-sm text-ink-2">
                {application.opening.title} ·{' '}
                {application.status === 'pending' ? (
                  <>
                    asked <RelativeTime at={application.createdAt} />, expires{' '}
                    <RelativeTime at={application.expiresAt} />
                  </>
                ) : (
                  <RelativeTime at={application.decidedAt ?? application.createdAt} />
                )}
              </p>
              {application.reason && (
                <p className="mt-1.5 max-w-prose border-l-2 border-line-strong pl-2.5 text-sm text-ink-2">
                  {application.reason}
                </p>
              )}
            </div>
            {application.status === 'pending' && (
              <WithdrawButton
                applicationId={application.id}
                projectTitle={application.project.title}
                withdraw={withdraw}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
