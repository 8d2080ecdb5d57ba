'use client'
import { Laptop, Smartphone } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { RelativeTime } from '@/components/ui/relative-time'
import type { FormState } from '@/contracts/form-state'
import type { SessionView } from '@/contracts/views'

type Action = (input: unknown) => Promise<FormState<unknown>>

/** The sentence to show when an action failed. */
const problem = async (answer: Promise<FormState<unknown>>) => {
  const { status, message } = await answer
  return status === 'ok' ? undefined : message
}

export function SessionList({
  sessions,
  end,
  endOthers,
  endAll,
}: {
  sessions: SessionView[]
  end: Action
  endOthers: Action
  /** Ends this device's session too: the page is left behind. */
  endAll: Action
}) {
  const others = sessions.length - 1
  return (
    <div className="flex flex-col gap-5">
      <ul className="flex flex-col divide-y divide-line rounded-m border border-line bg-surface">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
            <SessionLine session={session} />
            {!session.current && (
              <ConfirmButton
                label="Sign out"
                size="s"
                title={`Sign out ${session.device}?`}
                description="That device is signed out at once, and whatever it has open is closed."
                confirmLabel="Sign out"
                run={() => problem(end({ sessionId: session.id }))}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {others > 0 && (
          <ConfirmButton
            label="Sign out all other devices"
            title="Sign out all other devices?"
            description={`${others === 1 ? 'One other device is' : `${others} other devices are`} signed out at once. You stay signed in here.`}
            confirmLabel="Sign out the others"
            run={() => problem(endOthers({}))}
          />
        )}
        <ConfirmButton
          label="Sign out everywhere"
          look="danger"
          title="Sign out everywhere?"
          description="Every device is signed out at once, this one too. You need your password to come back."
          confirmLabel="Sign out everywhere"
          run={() => problem(endAll({}))}
        />
      </div>
    </div>
  )
}

function SessionLine({ session }: { session: SessionView }) {
  const Icon = /iPhone|Android/.test(session.device) ? Smartphone : Laptop
  return (
    <>
      <Icon aria-hidden className="size-5 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{session.device}</span>
          {session.current && <Badge tone="good">This device</Badge>}
        </p>
        <p className="break-words text-ink-2">
          {session.address && <span className="font-code text-xs">{session.address} · </span>}
          {session.current ? (
            <>
              Signed in <RelativeTime at={session.createdAt} />
            </>
          ) : (
            <>
              Last seen <RelativeTime at={session.lastSeenAt} />
            </>
          )}
        </p>
      </div>
    </>
  )
}
