'use client'
import { useEffect, useRef, useState } from 'react'

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'loaded'; value: T }
  | { state: 'failed'; message: string; retry: () => void }

/**
 * Something that is fetched when it is looked at, and again when asked for.
 * @param key of what is loaded; null loads nothing yet
 * @param load throws an Error in a sentence
 */
export function useLoaded<T>(key: string | null, load: () => Promise<T>): Loaded<T> {
  const [result, setResult] = useState<{ key: string; loaded: Loaded<T> } | null>(null)
  const [tries, setTries] = useState(0)
  const loading = useRef(load)
  loading.current = load
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try loads again.
  useEffect(() => {
    if (key === null) return
    let gone = false
    const tell = (loaded: Loaded<T>) => {
      if (!gone) setResult({ key, loaded })
    }
    tell({ state: 'loading' })
    loading.current().then(
      (value) => tell({ state: 'loaded', value }),
      (error: unknown) =>
        tell({
          state: 'failed',
          message: error instanceof Error ? error.message : 'This could not be fetched.',
          retry: () => setTries((before) => before + 1),
        }),
    )
    return () => {
      gone = true
    }
  }, [key, tries])
  return result && result.key === key ? result.loaded : { state: 'loading' }
}
