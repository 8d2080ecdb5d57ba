'use client'
import { createContext, useContext } from 'react'
import { CountBadge } from '@/components/ui/badge'

const News = createContext(0)
/** How much news waits at home, for whatever leads there. */
export const NewsCount = News.Provider

export const useNewsCount = () => useContext(News)

export function NewsBadge() {
  return <CountBadge count={useNewsCount()} label="new at home" />
}
