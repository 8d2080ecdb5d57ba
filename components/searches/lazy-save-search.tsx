'use client'
import dynamic from 'next/dynamic'

/** For signed-in people alone: a visitor's page goes without its code. Drawn on the server, so nothing shifts. */
export const LazySaveSearch = dynamic(
  () => import('./save-search').then(({ SaveSearch }) => SaveSearch),
  { loading: () => null },
)
