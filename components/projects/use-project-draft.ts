'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { draftFromText, type ProjectDraft } from './project-draft'
import { useKeptText } from './use-kept-text'

/**
 * The form's values, kept in this browser with every change and brought back on the next visit.
 * Nothing is kept until something is typed, so an untouched form never outlives its visit.
 */
export function useProjectDraft(key: string, start: ProjectDraft) {
  const kept = useKeptText(key)
  const [draft, showDraft] = useState(start)
  // Two changes may come before the next render: the second builds on the first.
  const latest = useRef(start)
  const [restored, setRestored] = useState(false)
  // The page behind the form is read afresh by live updates; what is typed must survive that.
  const first = useRef(start)
  const setDraft = useCallback((next: ProjectDraft) => {
    latest.current = next
    showDraft(next)
  }, [])
  useEffect(() => {
    const found = draftFromText(kept.read(), first.current)
    if (!found) return
    setDraft(found)
    setRestored(true)
  }, [kept, setDraft])
  return {
    draft,
    restored,
    update(values: Partial<ProjectDraft>) {
      const next = { ...latest.current, ...values }
      setDraft(next)
      kept.keep(JSON.stringify(next))
    },
    discard() {
      kept.clear()
      setDraft(first.current)
      setRestored(false)
    },
    forget: kept.clear,
  }
}
