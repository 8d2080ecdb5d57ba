'use client'
import dynamic from 'next/dynamic'

/** For the team alone: a visitor's page goes without its code. Drawn on the server, so nothing shifts. */
export const LazyTeamPanel = dynamic(
  () => import('./team-panel').then(({ TeamPanel }) => TeamPanel),
  // Without a boundary of its own the whole page's updates would wait for this code.
  { loading: () => null },
)
