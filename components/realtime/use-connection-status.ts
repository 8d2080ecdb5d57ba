'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ConnectionStatus, Transport } from './transport'

const never = () => () => {}

/**
 * The connection as people should see it: a blink of under a second is not worth a word, and before
 * the connection is opened nothing is wrong yet.
 */
export function useConnectionStatus(transport: Transport | null): ConnectionStatus {
  const status = useSyncExternalStore<ConnectionStatus>(
    transport ? (listener) => transport.onStatus(listener) : never,
    () => transport?.status() ?? 'online',
    () => 'online',
  )
  const [shown, setShown] = useState<ConnectionStatus>('online')
  useEffect(() => {
    if (status !== 'reconnecting') return setShown(status)
    const timer = setTimeout(() => setShown(status), 1_000)
    return () => clearTimeout(timer)
  }, [status])
  return status === 'online' ? 'online' : shown
}
