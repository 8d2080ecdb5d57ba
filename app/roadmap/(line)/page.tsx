import type { Metadata } from 'next'
import Link from 'next/link'
import { setStepStateAction } from '@/app/roadmap/actions'
import { getViewer } from '@/app/session'
import { LineLegend } from '@/components/roadmap/line-legend'
import { RoadmapLine } from '@/components/roadmap/roadmap-line'
import { StepPanel } from '@/components/roadmap/step-panel'
import { getRoadmap } from '@/domain/roadmap/get-roadmap'

const description =
  'Fifteen steps from how the internet works to web servers, each with open projects to join and ideas to start from.'
export const metadata: Metadata = {
  title: 'Roadmap',
  description,
  openGraph: { title: 'The backend roadmap', description },
}

export default async function Roadmap() {
  const viewer = await getViewer()
  const roadmap = await getRoadmap(viewer)
  const current = roadmap.steps.find((step) => step.id === roadmap.currentStepId)
  const total = roadmap.steps.length
  return (
    <div className="page py-8 md:py-10">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div>
          <h1 className="text-2xl">{roadmap.title}</h1>
          <p className="mt-1 text-ink-2">
            {!viewer && `${roadmap.openProjects} open projects on ${total} steps.`}
            {viewer && roadmap.done === 0 && `${total} steps, one line. `}
            {viewer && roadmap.done > 0 && `You have finished ${roadmap.done} of ${total} steps`}
            {viewer && roadmap.done > 0 && !current && '.'}
            {viewer && current && (
              <>
                {roadmap.done > 0 ? ' and ' : 'You '}
                {current.state === 'learning' ? 'are on ' : 'come to '}
                <Link
                  href={`/roadmap/${current.id}`}
                  className="font-semibold text-ink hover:underline"
                >
                  {current.title}
                </Link>
                {roadmap.done > 0 ? '.' : ' first.'}
              </>
            )}
          </p>
        </div>
        <LineLegend lines={roadmap.lines} />
      </div>
      <div className="mt-8 md:mt-12">
        <RoadmapLine roadmap={roadmap} rowHeight={154} />
      </div>
      {current && (
        <div className="mt-8">
          <StepPanel
            step={current}
            ideas={roadmap.currentIdeas}
            action={viewer ? setStepStateAction : undefined}
          />
        </div>
      )}
    </div>
  )
}
