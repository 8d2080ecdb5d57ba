import Link from 'next/link'
import { RoadmapLine } from '@/components/roadmap/roadmap-line'
import type { RoadmapPage } from '@/contracts/views'

/** The live roadmap, framed. */
export function RoadmapCard({ roadmap }: { roadmap: RoadmapPage }) {
  return (
    <section
      aria-labelledby="roadmap"
      className="rounded-l border border-line bg-surface p-4 pt-5 sm:p-6 md:p-8"
    >
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 md:mb-8">
        <h2 id="roadmap" className="text-xl">
          <Link href="/roadmap" className="hover:underline">
            {roadmap.title}
          </Link>
        </h2>
        <p className="tabular text-sm text-ink-2">
          {roadmap.openProjects} open {roadmap.openProjects === 1 ? 'project' : 'projects'} on{' '}
          {roadmap.steps.length} steps
        </p>
      </div>
      <RoadmapLine roadmap={{ ...roadmap, currentStepId: null }} rowHeight={130} />
    </section>
  )
}
