'use client'
import { type ComponentProps, type ComponentType, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import type { CodeWorkspace } from './code-workspace'

type Props = ComponentProps<typeof CodeWorkspace>

/**
 * Fetches the editor when it is opened: a room where people only talk goes without its code. Without a
 * connection that fails, and a conversation must not fall over it; hence no `next/dynamic`.
 */
export function LazyCodeWorkspace(props: Props) {
  const [View, setView] = useState<ComponentType<Props>>()
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try loads again.
  useEffect(() => {
    let gone = false
    async function load() {
      try {
        const { CodeWorkspace } = await import('./code-workspace')
        if (!gone) setView(() => CodeWorkspace)
      } catch {
        if (!gone) setFailed(true)
      }
    }
    setFailed(false)
    void load()
    return () => {
      gone = true
    }
  }, [tries])
  if (View) return <View {...props} />
  if (failed)
    return (
      <div role="alert" className="m-auto flex max-w-sm flex-col items-start gap-3 p-6">
        <p>The editor could not be fetched. Check your connection and try again.</p>
        <Button onClick={() => setTries(tries + 1)}>Try again</Button>
      </div>
    )
  return (
    <Loading>
      <div className="flex flex-col gap-3 p-6">
        <Skeleton className="h-4 w-40" />
        <Skeleton className="h-4 w-64" />
        <Skeleton className="h-4 w-52" />
      </div>
    </Loading>
  )
}
