'use client'
import { useEffect, useRef, useState } from 'react'
import type { RunView, WheelView } from '@/contracts/documents'
import { playTurnSound } from './turn-sound'
import type { TeamPerson } from './wheel-options'
import { isGreenTurn, wheelNews } from './wheel-words'

const shownFor = 6_000
const lastMinute = 60_000

/** Says on screen, to screen readers and, if wanted, by sound that the wheel turned or soon will. */
export function WheelAnnouncer({
  wheel,
  people,
  selfId,
  left,
  newestRun,
}: {
  wheel: WheelView
  people: TeamPerson[]
  selfId: string
  left: number | null
  /** The room's; a turn that comes with it may come of it. */
  newestRun?: RunView
}) {
  const before = useRef(wheel)
  const knownRun = useRef(newestRun?.id)
  const [news, setNews] = useState<{ text: string; key: number } | null>(null)
  const say = useRef((text: string) =>
    setNews((last) => ({ text, key: (last?.key ?? 0) + 1 })),
  ).current
  useEffect(() => {
    const green = isGreenTurn(before.current, newestRun, knownRun.current)
    knownRun.current = newestRun?.id
    const text = wheelNews(before.current, wheel, people, selfId, green)
    const turned = before.current.driverId !== wheel.driverId
    before.current = wheel
    if (text) say(text)
    if (turned) playTurnSound()
  }, [wheel, people, selfId, newestRun, say])

  const ending = wheel.endsAt !== null && left !== null && left > 0 && left <= lastMinute
  useEffect(() => {
    if (ending && wheel.driverId === selfId) say('One minute left of your turn.')
  }, [ending, wheel.driverId, selfId, say])

  useEffect(() => {
    if (!news) return
    const timer = setTimeout(() => setNews(null), shownFor)
    return () => clearTimeout(timer)
  }, [news])
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-16 z-40 flex justify-center px-4"
    >
      {news && (
        <p
          key={news.key}
          className="rounded-full border border-line bg-surface px-4 py-2 text-sm font-semibold text-ink shadow-raised"
        >
          {news.text}
        </p>
      )}
    </div>
  )
}
