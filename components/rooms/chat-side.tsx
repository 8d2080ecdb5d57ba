'use client'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react'

/** What stands beside the chat, or in its place where it is narrow. `messageId`: the one to show first. */
export type ChatSide =
  | { kind: 'thread'; threadId: string; messageId?: string }
  | { kind: 'threads' }
  | { kind: 'pins' }
type Sides = {
  side: ChatSide | null
  /** There is no room for two. */
  narrow: boolean
  open(side: ChatSide): void
  close(): void
  /** Closes what stands in place of the main list, if anything does. */
  uncover(): void
  setNarrow(narrow: boolean): void
}

const Context = createContext<Sides | null>(null)

export function useChatSide(): Sides {
  const sides = useContext(Context)
  if (!sides) throw new Error('Outside a chat.')
  return sides
}

export function ChatSideProvider({ children }: { children: ReactNode }) {
  const [side, setSide] = useState<ChatSide | null>(null)
  const [narrow, setNarrow] = useState(true)
  const opener = useRef<{ from: Element | null; threadId: string | null }>(null)
  const open = useCallback((next: ChatSide) => {
    const threadId = next.kind === 'thread' ? next.threadId : null
    opener.current = { from: document.activeElement, threadId }
    setSide(next)
  }, [])
  const close = useCallback(() => {
    setSide(null)
    const { from = null, threadId } = opener.current ?? {}
    // The focus goes back to where it came from; a toolbar is gone by then, its message is not.
    requestAnimationFrame(() => {
      const row = document.getElementById(`message-${threadId}`)
      if (from instanceof HTMLElement && from.isConnected) from.focus()
      else row?.focus({ preventScroll: true })
    })
  }, [])
  const uncover = useCallback(() => {
    if (narrow) setSide(null)
  }, [narrow])
  const sides = useMemo(
    () => ({ side, narrow, open, close, uncover, setNarrow }),
    [side, narrow, open, close, uncover],
  )
  return <Context.Provider value={sides}>{children}</Context.Provider>
}
