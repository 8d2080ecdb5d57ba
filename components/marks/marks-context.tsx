'use client'
import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { MarkView } from '@/contracts/marks'
import type { AnchoredRange } from './anchors'

/** A range that a question is being written about. */
export type Asking = AnchoredRange & { documentId: string }
/** What one is doing with marks at this moment; what the room knows of them is in its store. */
export type MarksDesk = {
  asking: Asking | null
  setAsking(asking: Asking | null): void
  /** Starts a question about what is selected in the editor at hand; null without one. */
  ask: (() => void) | null
  setAsk(ask: (() => void) | null): void
  /** Back to where the question came from. */
  focusEditor: RefObject<() => void>
  /** Resolved here a moment ago: it can be taken back. */
  resolved: MarkView | null
  setResolved(mark: MarkView | null): void
  /** The mark whose card is to be opened where one is led to. */
  target: string | null
  setTarget(markId: string | null): void
}

const Marks = createContext<MarksDesk | null>(null)

export function useMarksDesk(): MarksDesk {
  const marks = useContext(Marks)
  if (!marks) throw new Error('Outside an open editor.')
  return marks
}

export function MarksProvider({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const [ask, keepAsk] = useState<(() => void) | null>(null)
  const [resolved, setResolved] = useState<MarkView | null>(null)
  const [target, setTarget] = useState<string | null>(null)
  const focusEditor = useRef(() => {})
  // A function given to a state's setter would be called.
  const setAsk = useCallback((next: (() => void) | null) => keepAsk(() => next), [])
  const desk = useMemo(
    () => ({
      asking,
      setAsking,
      ask,
      setAsk,
      focusEditor,
      resolved,
      setResolved,
      target,
      setTarget,
    }),
    [asking, ask, setAsk, resolved, target],
  )
  return <Marks.Provider value={desk}>{children}</Marks.Provider>
}
