'use client'
import dynamic from 'next/dynamic'

/** Only those who lead a team see the menu; everybody else's page goes without its code. */
export const LazyMemberMenu = dynamic(
  () => import('./member-menu').then(({ MemberMenu }) => MemberMenu),
  { ssr: false, loading: () => <span aria-hidden className="size-11 sm:size-8" /> },
)
