'use client'
import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'

/*
 * For who can ask, has asked, or is asked: the page of everybody else goes without their code. Drawn on the server, so
 * nothing shifts. Each with a boundary of its own, or the whole page's updates would wait for its code.
 */
export const LazyApplyForm = dynamic(() => import('./apply-form').then((all) => all.ApplyForm), {
  loading: () => <Skeleton className="h-56 w-full" />,
})
export const LazyApplyDialog = dynamic(
  () => import('./apply-dialog').then((all) => all.ApplyDialog),
  { loading: () => <Skeleton className="h-11 flex-1" /> },
)
export const LazyWithdrawButton = dynamic(
  () => import('@/components/teams/withdraw-button').then((all) => all.WithdrawButton),
  { loading: () => <Skeleton className="h-9 w-28" /> },
)
export const LazyInvitationAnswer = dynamic(
  () => import('@/components/teams/invitation-answer').then((all) => all.InvitationAnswer),
  { loading: () => <Skeleton className="h-9 w-44" /> },
)
