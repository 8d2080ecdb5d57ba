'use client'
import { type ComponentType, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loading, Skeleton } from '@/components/ui/skeleton'

type Props = { onClose: () => void }

/** Fetches the history when it is opened: whoever writes goes without what compares texts. */
export function LazyHistory(props: Props) {
  const [View, setView] = useState<ComponentType<Props>>()
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try loads again.
  useEffect(() => {
    let gone = false
    async function load() {
      try {
        const { History } = await import('./history')
        if (!gone) setView(() => History)
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
        <p>The history could not be fetched. Check your connection and try again.</p>
        <div className="flex gap-2">
          <Button onClick={() => setTries(tries + 1)}>Try again</Button>
          <Button look="quiet" onClick={props.onClose}>
            Back to the editor
          </Button>
        </div>
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
