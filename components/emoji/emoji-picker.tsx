'use client'
import clsx from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { type Emoji, type EmojiGroup, findEmoji, loadEmoji, nameOfEmoji } from './emoji-data'
import { EmojiGrid } from './emoji-grid'
import { readKeptEmoji, rememberEmoji, rememberTone } from './kept-emoji'

const tones = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿']
const toneNames = ['Default', 'Light', 'Medium light', 'Medium', 'Medium dark', 'Dark']
const recentName = 'Recently used'

/** All emoji: by search, by group, and what was used last; the data comes when it is opened. */
export function EmojiPicker({ onChoose }: { onChoose: (emoji: string) => void }) {
  const [groups, setGroups] = useState<EmojiGroup[]>()
  const [failed, setFailed] = useState(false)
  const [asked, setAsked] = useState('')
  const [kept] = useState(readKeptEmoji)
  const [tone, setTone] = useState(kept.tone)
  const [shown, setShown] = useState(kept.recent.length > 0 ? recentName : 'Smileys')
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (failed) return
    loadEmoji().then(setGroups, () => setFailed(true))
  }, [failed])
  useEffect(() => search.current?.focus(), [])

  function choose(emoji: string) {
    rememberEmoji(emoji)
    onChoose(emoji)
  }
  const toned = ({ emoji, label, tones: own }: Emoji) => ({
    emoji: (tone > 0 && own[tone - 1]) || emoji,
    label,
  })
  const recent = kept.recent.map((emoji) => ({ emoji, label: nameOfEmoji(emoji) ?? emoji }))
  const found = asked.trim()
    ? findEmoji(groups ?? [], asked).map(toned)
    : shown === recentName
      ? recent
      : (groups?.find(({ name }) => name === shown)?.emojis ?? []).map(toned)

  return (
    <div className="flex flex-col gap-1.5 p-1">
      <div className="flex gap-1.5">
        <input
          ref={search}
          type="search"
          value={asked}
          aria-label="Search emoji"
          placeholder="Search emoji"
          onChange={(event) => setAsked(event.target.value)}
          onKeyDown={(event) => {
            const first = grid.current?.querySelector('button')
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              first?.focus()
            } else if (event.key === 'Enter' && asked.trim() && found[0]) {
              event.preventDefault()
              choose(found[0].emoji)
            }
          }}
          className="h-11 min-w-0 flex-1 rounded-s border border-control bg-surface px-2.5 text-md sm:h-8 sm:text-sm"
        />
        <select
          aria-label="Skin tone"
          value={tone}
          onChange={(event) => {
            setTone(Number(event.target.value))
            rememberTone(Number(event.target.value))
          }}
          className="h-11 rounded-s border border-control bg-surface px-1 text-sm [font-family:var(--font-emoji)] sm:h-8"
        >
          {tones.map((sign, at) => (
            <option key={sign} value={at} aria-label={toneNames[at]}>
              {sign}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="flex justify-between" aria-label="Groups">
        {[{ name: recentName, sign: '🕘' }, ...(groups ?? [])].map(({ name, sign }) => (
          <button
            key={name}
            type="button"
            aria-label={name}
            title={name}
            aria-pressed={!asked.trim() && shown === name}
            onClick={() => {
              setAsked('')
              setShown(name)
            }}
            className={clsx(
              'flex h-11 flex-1 items-center justify-center rounded-s text-base sm:h-8 leading-none [font-family:var(--font-emoji)] hover:bg-sunken',
              !asked.trim() && shown === name && 'bg-accent-soft',
            )}
          >
            {sign}
          </button>
        ))}
      </fieldset>
      <div ref={grid} className="h-60 overflow-y-auto overscroll-contain">
        {failed ? (
          <div className="flex flex-col items-start gap-2 p-2 text-sm">
            <p role="alert">The emoji could not be loaded. Check your connection.</p>
            <Button size="s" onClick={() => setFailed(false)}>
              Try again
            </Button>
          </div>
        ) : !groups ? (
          <Skeleton className="h-56 w-full" />
        ) : found.length > 0 ? (
          <EmojiGrid
            key={asked.trim() || shown}
            label={asked.trim() ? 'Found' : shown}
            emojis={found}
            onChoose={choose}
            onLeaveUp={() => search.current?.focus()}
          />
        ) : (
          <p className="p-2 text-sm text-ink-2">
            {asked.trim()
              ? 'No emoji goes by that name. Try another word.'
              : 'What you use shows up here.'}
          </p>
        )}
      </div>
    </div>
  )
}
