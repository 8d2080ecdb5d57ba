import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { requireActor } from '@/app/session'
import { ReportRow, reportsHeadingId } from '@/components/moderation/report-row'
import { EmptyState } from '@/components/ui/empty-state'
import { listReports } from '@/domain/moderation/list-reports'
import { decideReportAction } from '../actions'

export const metadata: Metadata = { title: 'Reported messages' }

export default async function ReportedMessages() {
  const reports = await orNotFound(listReports(await requireActor()))
  return (
    <div className="page max-w-[60rem] py-6 lg:py-8">
      <h1 id={reportsHeadingId} tabIndex={-1} className="text-2xl">
        Reported messages
      </h1>
      <p className="mt-1 max-w-[42rem] text-ink-2">
        What people asked you to look at, the longest waiting first. Whoever reported it is told
        what you decide.
      </p>
      {reports.length === 0 ? (
        <div className="mt-6">
          <EmptyState>
            Nothing waits. A message that somebody reports in a room comes here.
          </EmptyState>
        </div>
      ) : (
        <ul className="mt-5 divide-y divide-line border-y border-line">
          {reports.map((report) => (
            <ReportRow key={report.id} report={report} action={decideReportAction} />
          ))}
        </ul>
      )}
    </div>
  )
}
