'use client'
import { useEffect, useState } from 'react'
import { TextDiff } from '@/components/documents/text-diff'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { ComparedFile } from './compare-files'
import type { VersionHistory } from './version-history'

/** One file of a version beside the same file now. */
export function FileThenAndNow({
  history,
  versionId,
  file,
  whole,
}: {
  history: VersionHistory
  versionId: string
  file: ComparedFile
  whole: boolean
}) {
  const { kept, now, path, fate } = file
  const [read, setRead] = useState<{ hash: string; text: string }>()
  const [problem, setProblem] = useState<string>()
  const [tries, setTries] = useState(0)
  const hash = kept?.hash
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same hash is the same text; another try asks again.
  useEffect(() => {
    if (!kept) return
    let gone = false
    async function load(wanted: NonNullable<typeof kept>) {
      const answer = await history.read(versionId, wanted)
      if (gone) return
      if (answer.ok) setRead({ hash: wanted.hash, text: answer.text })
      else setProblem(answer.message)
    }
    setProblem(undefined)
    void load(kept)
    return () => {
      gone = true
    }
  }, [history, versionId, hash, tries])

  if (problem)
    return (
      <div role="alert" className="flex flex-col items-start gap-3 p-4 text-sm">
        <p>The older text could not be fetched. {problem}</p>
        <Button size="s" onClick={() => setTries(tries + 1)}>
          Try again
        </Button>
      </div>
    )
  if (kept && read?.hash !== hash)
    return (
      <div aria-busy className="flex flex-col gap-3 p-4">
        <Skeleton className="h-4 w-1/2" />
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-4 w-1/3" />
      </div>
    )
  const text = kept ? (read?.text ?? '') : ''
  return (
    <TextDiff
      path={path}
      before={{ label: `${path} then`, text }}
      after={{ label: `${path} now`, text: now?.text ?? '' }}
      unified={`${path}, what has changed`}
      // What did not change would be one line that says so.
      whole={whole || fate === 'same' || fate === 'moved'}
      className="h-full *:h-full *:overflow-y-auto"
    />
  )
}
