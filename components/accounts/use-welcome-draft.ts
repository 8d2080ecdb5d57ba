'use client'
import { useEffect, useRef, useState } from 'react'
import { useKeptText } from '@/components/projects/use-kept-text'
import { type WelcomeDraft, welcomeDraft } from '@/contracts/inputs'

/** A kept answer is only trusted in its shape. */
function read(text: string | null): WelcomeDraft | null {
  if (!text) return null
  try {
    return welcomeDraft.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/**
 * The first answers, kept in this browser with every change. The zone is the browser's until the person
 * has one of their own.
 */
export function useWelcomeDraft(personId: string, start: WelcomeDraft) {
  const kept = useKeptText(`welcome:${personId}`)
  const [draft, setDraft] = useState(start)
  // The page behind the form is read afresh by live updates; what is answered must survive that.
  const first = useRef(start)
  useEffect(() => {
    const found = read(kept.read())
    if (found) setDraft(found)
    else if (first.current.timeZone === 'UTC')
      setDraft((now) => ({
        ...now,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }))
  }, [kept])
  return {
    draft,
    update(values: Partial<WelcomeDraft>) {
      const next = { ...draft, ...values }
      setDraft(next)
      kept.keep(JSON.stringify(next))
    },
    forget: kept.clear,
  }
}
