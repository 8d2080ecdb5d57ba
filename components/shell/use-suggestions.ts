import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { Suggestions } from '@/contracts/views'

export type Choice = {
  group: 'Steps' | 'Projects' | 'People'
  href: string
  label: string
  detail?: string
}

/** Long enough that a quick hand asks once for a word. */
const pauseMs = 120
const none: Choice[] = []

const choicesOf = ({ steps, projects, people }: Suggestions): Choice[] => [
  ...steps.map(({ id, position, title }) => ({
    ...{ group: 'Steps' as const, href: `/roadmap/${id}` },
    ...{ label: title, detail: `Step ${position}` },
  })),
  ...projects.map(({ slug, title }) => ({
    ...{ group: 'Projects' as const, href: `/projects/${slug}`, label: title },
  })),
  ...people.map(({ handle, name }) => ({
    ...{ group: 'People' as const, href: `/@${handle}`, label: name, detail: `@${handle}` },
  })),
]

/** What the words in the box could lead to, while they are typed. */
export function useSuggestions(input: RefObject<HTMLInputElement | null>) {
  const [choices, setChoices] = useState(none)
  const clear = useCallback(() => setChoices(none), [])
  useEffect(() => {
    const box = input.current
    if (!box) return
    let asking: AbortController | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(timer)
      asking?.abort()
    }
    const ask = async () => {
      asking = new AbortController()
      const { signal } = asking
      try {
        const query = new URLSearchParams({ q: box.value })
        const answer = await fetch(`/search/suggest?${query}`, { signal })
        const found: Suggestions = await answer.json()
        if (answer.ok && document.activeElement === box) setChoices(choicesOf(found))
      } catch {
        // Aborted by the next letter, or offline: the box still searches.
        if (!signal.aborted) setChoices(none)
      }
    }
    const type = () => {
      stop()
      if (box.value.trim().length < 2) setChoices(none)
      else timer = setTimeout(() => void ask(), pauseMs)
    }
    // What was typed while this script was on its way.
    type()
    box.addEventListener('input', type)
    box.addEventListener('blur', stop)
    box.form?.addEventListener('submit', stop)
    return () => {
      stop()
      box.removeEventListener('input', type)
      box.removeEventListener('blur', stop)
      box.form?.removeEventListener('submit', stop)
    }
  }, [input])
  return { choices, clear }
}
