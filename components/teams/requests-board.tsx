'use client'
import clsx from 'clsx'
import { useState } from 'react'
import type { FormAction } from '@/contracts/form-state'
import type { RequestsBoard as Board } from '@/contracts/views'
import { ApplicationCard } from './application-card'
import { InvitationCard } from './invitation-card'

export type BoardActions = { accept: FormAction; decline: FormAction; revoke: FormAction }

const columns = [
  ['waiting', 'Waiting', 'Nobody waits for an answer. Requests for your openings arrive here.'],
  ['invited', 'Invited', 'Nobody is invited. Invite somebody whose profile fits an opening.'],
  ['accepted', 'Accepted', 'People who joined through a request or an invitation stand here.'],
  ['closed', 'Closed', 'What was declined, withdrawn or has expired is kept here.'],
] as const
type Column = (typeof columns)[number][0]

const columnOf = (status: string, waiting: Column): Column =>
  status === 'pending' ? waiting : status === 'accepted' ? 'accepted' : 'closed'

/** Columns side by side; on small screens one at a time. It renders what the server says, live. */
export function RequestsBoard({ board, actions }: { board: Board; actions: BoardActions }) {
  const [shown, setShown] = useState<Column>('waiting')
  const cards = [
    ...board.applications.map((application) => ({
      id: application.id,
      column: columnOf(application.status, 'waiting'),
      card: (
        <ApplicationCard
          application={application}
          accept={actions.accept}
          decline={actions.decline}
        />
      ),
    })),
    ...board.invitations.map((invitation) => ({
      id: invitation.id,
      column: columnOf(invitation.status, 'invited'),
      card: <InvitationCard invitation={invitation} revoke={actions.revoke} />,
    })),
  ]
  const inColumn = (column: Column) => cards.filter((one) => one.column === column)
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: these switch a view and are not fields of a form */}
      <div
        role="group"
        aria-label="Column"
        className="flex overflow-x-auto border-b border-line lg:hidden"
      >
        {columns.map(([column, name]) => (
          <button
            key={column}
            type="button"
            aria-pressed={shown === column}
            onClick={() => setShown(column)}
            className={clsx(
              'min-h-11 flex-1 border-b-2 px-3 text-sm whitespace-nowrap -outline-offset-2',
              shown === column ? 'border-accent font-semibold' : 'border-transparent text-ink-2',
            )}
          >
            {name} <span className="tabular text-ink-3">{inColumn(column).length}</span>
          </button>
        ))}
      </div>
      <div className="lg:grid lg:min-h-[60dvh] lg:grid-cols-4 lg:divide-x lg:divide-line lg:border-t lg:border-line">
        {columns.map(([column, name, empty]) => {
          const inside = inColumn(column)
          return (
            <section
              key={column}
              aria-labelledby={`column-${column}`}
              className={clsx(
                'min-w-0 flex-col gap-3 py-4 lg:flex lg:px-3 lg:first:pl-0 lg:last:pr-0',
                shown === column ? 'flex' : 'hidden',
              )}
            >
              <h2
                id={`column-${column}`}
                className="font-text text-sm font-semibold tracking-normal max-lg:sr-only"
              >
                {name} <span className="tabular font-normal text-ink-3">{inside.length}</span>
              </h2>
              {inside.length > 0 ? (
                <ul className="flex flex-col gap-3">
                  {inside.map((one) => (
                    <li key={one.id}>{one.card}</li>
                  ))}
                </ul>
              ) : (
                <p className="text-sm text-ink-3">{empty}</p>
              )}
            </section>
          )
        })}
      </div>
    </>
  )
}
