'use client'
import { useCallback, useEffect, useState } from 'react'
import { browserShelf, keep } from './kept-text'

type Kept<T> = [T, (next: T) => void]

/**
 * A choice about the page's frame that outlives it. The page is drawn with `initial` first, for the server
 * does not know; what does not parse as the same type is forgotten.
 */
export function useKept(key: string, initial: number): Kept<number>
export function useKept(key: string, initial: boolean): Kept<boolean>
export function useKept<T extends number | boolean>(key: string, initial: T): Kept<T> {
  const [value, setValue] = useState<T>(initial)
  useEffect(() => {
    try {
      const found: unknown = JSON.parse(browserShelf()?.getItem(key) ?? 'null')
      if (typeof found === typeof initial) setValue(found as T)
    } catch {
      // Written by something else: the initial value stands.
    }
  }, [key, initial])
  const set = useCallback(
    (next: T) => {
      setValue(next)
      keep(browserShelf(), key, JSON.stringify(next))
    },
    [key],
  )
  return [value, set]
}
