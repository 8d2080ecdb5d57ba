import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { findStep } from '@/domain/roadmap/find-step'

/** Outside the loading boundary: a step that does not exist must still be answered with 404. */
export default async function StepLayout({
  params,
  children,
}: {
  params: Promise<{ stepId: string }>
  children: ReactNode
}) {
  if (!findStep((await params).stepId)) notFound()
  return children
}
