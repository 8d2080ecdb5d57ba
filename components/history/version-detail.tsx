'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { VersionView } from '@/contracts/versions'
import { ComparedList } from './compared-list'
import { FileHead } from './file-head'
import { FileThenAndNow } from './file-then-and-now'
import { useVersionFiles } from './use-version-files'
import { VersionHead } from './version-head'
import type { VersionHistory } from './version-history'
import { versionTitle } from './version-words'

/** One version: what it is, its files beside those of now, and what can be done with it. */
export function VersionDetail({
  history,
  version,
}: {
  history: VersionHistory
  version: VersionView
}) {
  const { files, problem, retry } = useVersionFiles(history, version.id)
  const [chosenId, setChosenId] = useState<string>()
  const [whole, setWhole] = useState(false)
  const chosen = files?.find(({ documentId }) => documentId === chosenId) ?? files?.[0] ?? null
  return (
    <section
      aria-label={`Version: ${versionTitle(version)}`}
      className="flex min-h-0 min-w-0 flex-1 flex-col md:overflow-hidden"
    >
      <VersionHead key={version.id} history={history} version={version} files={files} />
      {problem ? (
        <div role="alert" className="flex flex-col items-start gap-3 p-4 text-sm">
          <p>This version could not be opened. {problem}</p>
          <Button size="s" onClick={retry}>
            Try again
          </Button>
        </div>
      ) : !files ? (
        <div aria-busy className="flex flex-col gap-3 p-4">
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="h-4 w-1/3" />
        </div>
      ) : files.length === 0 ? (
        <p className="p-4 text-sm text-ink-2">There were no files, and there are none now.</p>
      ) : (
        <>
          <div className="max-h-44 shrink-0 overflow-y-auto border-b border-line py-1 md:max-h-[30%]">
            <ComparedList
              files={files}
              chosenId={chosen?.documentId ?? null}
              onChoose={setChosenId}
            />
          </div>
          {chosen && (
            <>
              <FileHead
                version={version}
                files={files}
                file={chosen}
                whole={whole}
                onWhole={setWhole}
              />
              <div className="h-[60dvh] min-h-0 shrink-0 md:h-auto md:flex-1 md:shrink">
                <FileThenAndNow
                  key={chosen.documentId}
                  history={history}
                  versionId={version.id}
                  file={chosen}
                  whole={whole}
                />
              </div>
            </>
          )}
        </>
      )}
    </section>
  )
}
