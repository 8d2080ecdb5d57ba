'use client'
import { CloudOff } from 'lucide-react'
import type { ConnectionStatus } from '@/components/realtime/transport'

const says: Record<Exclude<ConnectionStatus, 'online'>, string> = {
  offline: 'You are offline. What you write is kept and sent when you are back.',
  reconnecting: 'Reconnecting. What you write is kept and sent when the connection is back.',
}

/** What still works without a connection. The live region is always there, so that it is heard. */
export function ConnectionStrip({ status }: { status: ConnectionStatus }) {
  return (
    <div role="status">
      {status !== 'online' && (
        <p className="flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-xs text-warn">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          {says[status]}
        </p>
      )}
    </div>
  )
}
