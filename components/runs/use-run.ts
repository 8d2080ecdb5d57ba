'use client'
import { useEffect, useState } from 'react'
import type { Refusal } from '@/components/realtime/transport'
import { useConnectionStatus } from '@/components/realtime/use-connection-status'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import type { RoomStore } from '@/components/rooms/room-store'
import type { RunView } from '@/contracts/documents'

export type FoundRun =
  | { state: 'found'; run: RunView }
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'failed'; message: string; retry: () => void }

/** A run never changes once it is recorded: asked for once. */
const fetched = new WeakMap<RoomStore, Map<string, RunView>>()

/** A run of this room by its id, however old; null asks for none. */
export function useRun(runId: string | null): FoundRun | null {
  const store = useRoomStore()
  const { runs, documents } = useRoomView()
  const status = useConnectionStatus(store.transport)
  const [tries, setTries] = useState(0)
  const [refused, setRefused] = useState<{ runId: string; why: Refusal } | null>(null)
  const [, setGot] = useState<string>()
  const known = runId
    ? (runs.find(({ id }) => id === runId) ?? fetched.get(store)?.get(runId))
    : undefined
  const wanted = runId !== null && !known && status === 'online' ? runId : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again.
  useEffect(() => {
    if (!wanted) return
    let gone = false
    const { roomId, transport } = store
    setRefused(null)
    async function ask(id: string) {
      const answer = await transport.request('run:get', { roomId, runId: id })
      if (answer.ok) {
        const cache = fetched.get(store) ?? new Map<string, RunView>()
        fetched.set(store, cache.set(id, answer.run))
        if (!gone) setGot(id)
      } else if (!gone) setRefused({ runId: id, why: answer })
    }
    void ask(wanted)
    return () => {
      gone = true
    }
  }, [store, wanted, tries])
  if (!runId) return null
  if (known) {
    const path = documents.find(({ id }) => id === known.documentId)?.path ?? known.path
    return { state: 'found', run: { ...known, path } }
  }
  if (refused?.runId !== runId) return { state: 'loading' }
  if (refused.why.code === 'NotFound') return { state: 'missing' }
  const retry = () => setTries((before) => before + 1)
  return { state: 'failed', message: refused.why.message, retry }
}
