'use client'
import type { EditorView } from '@codemirror/view'
import { createContext, type ReactNode, useContext, useState } from 'react'

type AtHand = [EditorView | null, (view: EditorView | null) => void]

const Context = createContext<AtHand | null>(null)

/** The editor in front, for what stands around it; null while there is none. */
export function useEditorAtHand(): AtHand {
  const atHand = useContext(Context)
  if (!atHand) throw new Error('Outside an open editor.')
  return atHand
}

export function EditorAtHandProvider({ children }: { children: ReactNode }) {
  const atHand = useState<EditorView | null>(null)
  return <Context.Provider value={atHand}>{children}</Context.Provider>
}
