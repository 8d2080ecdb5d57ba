import { useEffect, useState } from 'react'
import type { Answer } from '@/components/realtime/transport'
import { toast } from '@/components/ui/toast'
import type { TurnWheelInput } from '@/contracts/documents'
import { serverNow } from './server-clock'

type WithoutRoom<T> = T extends unknown ? Omit<T, 'roomId'> : never
export type WheelAct = WithoutRoom<TurnWheelInput>
export type Turn = (act: WheelAct) => void
export type TurnRequest = (input: TurnWheelInput) => Promise<Answer<'wheel:turn'>>

/** How long a wheel that was given away can be taken back; the server counts for itself. */
export const takeBackFor = 10_000

/** Asks the server to turn the wheel, one thing at a time, and says why it would not. */
export function useTurn(roomId: string, request: TurnRequest) {
  const [busy, setBusy] = useState(false)
  /** Until when what one gave away can be taken back, by the server's clock. */
  const [givenUntil, setGivenUntil] = useState<number | null>(null)
  const turn: Turn = (act) => {
    if (busy) return
    setBusy(true)
    request({ roomId, ...act } as TurnWheelInput)
      .then((answer) => {
        setGivenUntil(answer.ok && act.act === 'give' ? serverNow() + takeBackFor : null)
        if (!answer.ok) toast('The wheel was not turned.', answer.message)
      })
      .catch(() => toast('The wheel was not turned.', 'Try again in a moment.'))
      .finally(() => setBusy(false))
      .catch(() => {})
  }
  return { turn, busy, mayTakeBack: useIsBefore(givenUntil) }
}

function useIsBefore(moment: number | null): boolean {
  const [passed, setPassed] = useState<number | null>(null)
  useEffect(() => {
    if (moment === null) return
    const timer = setTimeout(() => setPassed(moment), Math.max(0, moment - serverNow()))
    return () => clearTimeout(timer)
  }, [moment])
  return moment !== null && passed !== moment
}
