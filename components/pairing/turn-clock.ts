import { useSyncExternalStore } from 'react'
import type { WheelView } from '@/contracts/documents'
import { serverNow } from './server-clock'

/** Milliseconds of the turn that are left at this moment of the server's clock; null without a clock. */
export function turnLeft(
  wheel: Pick<WheelView, 'endsAt' | 'pausedMs' | 'rotation'>,
  now: number,
): number | null {
  if (wheel.rotation === null) return null
  const left = wheel.pausedMs ?? (wheel.endsAt === null ? null : Date.parse(wheel.endsAt) - now)
  // A clock that is not known exactly must not promise more than a whole turn.
  return left === null ? null : Math.min(Math.max(left, 0), wheel.rotation * 60_000)
}

/** Minutes and seconds, such as 7:42; a second that has begun counts whole. */
export function clockFace(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const second = 1_000
function everySecond(listener: () => void) {
  const timer = setInterval(listener, second / 2)
  return () => clearInterval(timer)
}
const never = () => () => {}

/** What is left of the turn, second by second; null without a clock, and while the server renders. */
export function useTurnLeft(wheel: WheelView): number | null {
  const runs = wheel.endsAt !== null
  const now = useSyncExternalStore<number | null>(
    runs ? everySecond : never,
    () => Math.floor(serverNow() / second) * second,
    () => null,
  )
  return now === null ? null : turnLeft(wheel, now)
}
