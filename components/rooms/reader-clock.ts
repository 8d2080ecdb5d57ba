'use client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { relativeTime } from '@/components/ui/relative-time'

/** The zone and moment that the server rendered with; the first render in the browser repeats them. */
export type RenderedWith = { timeZone: string; now: string }
const Rendered = createContext<RenderedWith>({ timeZone: 'UTC', now: new Date(0).toISOString() })
export const ReaderClockProvider = Rendered.Provider

const minute = 60_000
function everyMinute(listener: () => void) {
  const timer = setInterval(listener, minute / 4)
  return () => clearInterval(timer)
}
const never = () => () => {}

/** Milliseconds of the minute at hand, and the zone of the reader's own device. */
export function useReaderClock(): { now: number; zone: string } {
  const rendered = useContext(Rendered)
  const now = useSyncExternalStore(
    everyMinute,
    () => Math.floor(Date.now() / minute),
    () => Math.floor(Date.parse(rendered.now) / minute),
  )
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => rendered.timeZone,
  )
  return { now: now * minute, zone }
}

const formats = new Map<string, Intl.DateTimeFormat>()
function format(zone: string, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${name} ${zone}`
  const found = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone })
  formats.set(key, found)
  return found
}

export function clockTime(at: string | number, zone: string): string {
  return format(zone, 'clock', { hour: '2-digit', minute: '2-digit' }).format(new Date(at))
}

export function exactTime(at: string, zone: string): string {
  return format(zone, 'exact', { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at))
}

/** Within the hour how long ago, then the time of the day; the day itself stands above. */
export function messageTime(at: string, now: number, zone: string): string {
  const moment = Date.parse(at)
  if (now - moment >= 60 * minute) return clockTime(moment, zone)
  return relativeTime(at, Math.max(now, moment))
}

/** A day of the reader's calendar, such as 2026-11-22. */
export function dayOf(at: string | number, zone: string): string {
  return format(zone, 'day', { year: 'numeric', month: '2-digit', day: '2-digit' })
    .format(new Date(at))
    .split('/')
    .reverse()
    .join('-')
}

export function dayLabel(day: string, now: number, zone: string): string {
  if (day === dayOf(now, zone)) return 'Today'
  if (day === dayOf(now - 86_400_000, zone)) return 'Yesterday'
  const sameYear = day.slice(0, 4) === dayOf(now, zone).slice(0, 4)
  const long = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const noon = Date.parse(`${day}T12:00:00Z`)
  return sameYear
    ? format('UTC', 'long', long).format(noon)
    : format('UTC', 'longer', { ...long, year: 'numeric' }).format(noon)
}
