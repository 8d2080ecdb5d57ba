import type { Metadata } from 'next'
import { cache } from 'react'
import { orNotFound } from '@/app/or-not-found'
import { setStepStateAction } from '@/app/roadmap/actions'
import { enterStepRoomAction } from '@/app/rooms/actions'
import { getViewer } from '@/app/session'
import { NextSteps } from '@/components/roadmap/next-steps'
import { StepHeader } from '@/components/roadmap/step-header'
import { StepIdeas } from '@/components/roadmap/step-ideas'
import { StepPeople } from '@/components/roadmap/step-people'
import { StepProjects } from '@/components/roadmap/step-projects'
import { StepRoom } from '@/components/roadmap/step-room'
import { getStep } from '@/domain/roadmap/get-step'

type Params = { params: Promise<{ stepId: string }> }

const readStep = cache(async (stepId: string) => orNotFound(getStep(await getViewer(), { stepId })))

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const step = await readStep((await params).stepId)
  const title = `${step.title}, step ${step.position}`
  return {
    title,
    description: step.summary,
    alternates: {
      canonical: `/roadmap/${step.id}`,
      types: { 'application/atom+xml': `/roadmap/${step.id}/feed.xml` },
    },
    openGraph: { title, description: step.summary },
  }
}

export default async function Step({ params }: Params) {
  const step = await readStep((await params).stepId)
  const viewer = await getViewer()
  return (
    <div className="page py-8 md:py-10">
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-10">
          <StepHeader step={step} action={viewer ? setStepStateAction : undefined} />
          <StepIdeas step={step} />
          <StepProjects step={step} />
        </div>
        <div className="flex flex-col gap-8 lg:sticky lg:top-24 lg:self-start lg:border-l lg:border-line lg:pl-8">
          <StepRoom step={step} enter={viewer ? enterStepRoomAction : undefined} />
          <StepPeople step={step} />
        </div>
      </div>
      <NextSteps previous={step.previous} next={step.next} />
    </div>
  )
}
