'use client'
import { useCallback, useMemo } from 'react'

/**
 * Text kept in this browser under a key that names the person, so that on a shared machine nobody
 * meets another's draft. A browser without storage (or a full one) merely keeps nothing.
 */
export function useKeptText(key: string) {
  const name = `prajix:${key}`
  const read = useCallback(() => {
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  }, [name])
  const keep = useCallback(
    (text: string) => {
      try {
        localStorage.setItem(name, text)
      } catch {
        // Private windows and full stores refuse; the form itself still holds the text.
      }
    },
    [name],
  )
  const clear = useCallback(() => {
    try {
      localStorage.removeItem(name)
    } catch {
      // As above: there is nothing to clear.
    }
  }, [name])
  return useMemo(() => ({ read, keep, clear }), [read, keep, clear])
}
