'use client'
import clsx from 'clsx'
import { Bookmark, CircleCheck, RotateCcw, Users } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import type { VersionView } from '@/contracts/versions'
import type { HistoryView } from './version-history'
import { reasonWords, versionPerson, versionTitle } from './version-words'

const icons = { named: Bookmark, before_restore: RotateCcw, turn: Users, green_run: CircleCheck }

/** The versions that are known, newest first; the chosen one is shown beside. */
export function VersionList({
  history,
  chosenId,
  onChoose,
  onLoadOlder,
}: {
  history: HistoryView
  chosenId: string | null
  onChoose: (versionId: string) => void
  onLoadOlder: () => void
}) {
  const { versions, more, loading, problem } = history
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label="Versions">
        {versions.map((version) => (
          <li key={version.id} className="border-b border-line">
            <VersionRow
              version={version}
              chosen={version.id === chosenId}
              onChoose={() => onChoose(version.id)}
            />
          </li>
        ))}
      </ul>
      {problem && (
        <p role="alert" className="px-3.5 pt-2 text-xs text-bad">
          Older versions could not be loaded. {problem}
        </p>
      )}
      {more && (
        <div className="p-2">
          <Button size="s" look="quiet" pending={loading} onClick={onLoadOlder} className="w-full">
            Load older versions
          </Button>
        </div>
      )}
    </div>
  )
}

function VersionRow({
  version,
  chosen,
  onChoose,
}: {
  version: VersionView
  chosen: boolean
  onChoose: () => void
}) {
  const Icon = icons[version.reason]
  const person = versionPerson(version)
  const row = useRef<HTMLButtonElement>(null)
  // The slider may choose one that is out of sight.
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <button
      ref={row}
      type="button"
      aria-current={chosen || undefined}
      onClick={onChoose}
      className={clsx(
        'flex min-h-11 w-full gap-2.5 border-l-2 px-3 py-2 text-left focus-visible:-outline-offset-2',
        chosen ? 'border-l-accent bg-sunken' : 'border-l-transparent hover:bg-sunken',
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className={clsx('block text-sm', version.name && 'font-semibold')}>
          {versionTitle(version)}
        </span>
        <span className="block text-xs text-ink-3">
          {version.name && version.reason !== 'named' && `${reasonWords(version)}, `}
          {person && `${person}, `}
          <RelativeTime at={version.at} />
        </span>
      </span>
    </button>
  )
}
