'use client'
import clsx from 'clsx'
import { relativeTime } from '@/components/ui/relative-time'
import type { VersionView } from '@/contracts/versions'
import { versionPerson, versionTitle } from './version-words'

/** Half a station: the line begins and ends in the middle of one, as a slider's thumb does. */
const edge = 12

/** All versions that are known as stations on a line, the newest at the right; a slider moves along them. */
export function Timeline({
  versions,
  chosenId,
  onChoose,
}: {
  /** Newest first. */
  versions: VersionView[]
  chosenId: string
  onChoose: (versionId: string) => void
}) {
  const stations = [...versions].reverse()
  const at = stations.findIndex(({ id }) => id === chosenId)
  const chosen = stations[at]
  if (!chosen || stations.length < 2) return null
  const place = (station: number) => {
    const share = station / (stations.length - 1)
    return `calc(${edge}px + (100% - ${2 * edge}px) * ${share})`
  }
  const words = (version: VersionView) =>
    [versionTitle(version), versionPerson(version), relativeTime(version.at, Date.now())]
      .filter(Boolean)
      .join(', ')
  return (
    <div className="relative h-11 rounded-s has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent sm:h-8">
      <div
        aria-hidden
        className="absolute inset-y-0 my-auto h-1 rounded-full bg-line-strong"
        style={{ left: edge, right: edge }}
      />
      <div
        aria-hidden
        className="absolute inset-y-0 my-auto h-1 rounded-full bg-accent"
        style={{
          left: edge,
          width: `calc((100% - ${2 * edge}px) * ${at / (stations.length - 1)})`,
        }}
      />
      {stations.map((version, station) => (
        <span
          key={version.id}
          aria-hidden
          style={{ left: place(station) }}
          className={clsx(
            'absolute inset-y-0 my-auto -translate-x-1/2 rounded-full',
            station === at
              ? 'z-10 size-5 border-[5px] border-accent bg-surface'
              : look(version.name !== null, station < at),
          )}
        />
      ))}
      <input
        type="range"
        aria-label="Version"
        aria-valuetext={words(chosen)}
        title={words(chosen)}
        min={0}
        max={stations.length - 1}
        step={1}
        value={at}
        onChange={(event) => {
          const version = stations[Number(event.target.value)]
          if (version) onChoose(version.id)
        }}
        className="absolute inset-0 z-20 m-0 size-full cursor-pointer opacity-0"
      />
    </div>
  )
}

/** One that was named is full; others are rings. What comes before the chosen one has its colour. */
function look(named: boolean, before: boolean): string {
  if (named) return before ? 'size-3.5 bg-accent' : 'size-3.5 bg-control'
  return clsx('size-2.5 border-2 bg-surface', before ? 'border-accent' : 'border-control')
}
