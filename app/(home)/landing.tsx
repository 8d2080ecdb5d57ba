import { FreeSeats } from '@/components/landing/free-seats'
import { Hero } from '@/components/landing/hero'
import { HowItWorks } from '@/components/landing/how-it-works'
import { RoadmapCard } from '@/components/landing/roadmap-card'
import { listFreeSeats } from '@/domain/projects/list-free-seats'
import { getRoadmap } from '@/domain/roadmap/get-roadmap'

/** What a stranger sees first. */
export async function Landing() {
  const [roadmap, projects] = await Promise.all([
    getRoadmap(null),
    listFreeSeats(null, { limit: 4 }),
  ])
  return (
    <div className="page pb-4">
      <Hero />
      <RoadmapCard roadmap={roadmap} />
      <FreeSeats projects={projects} />
      <HowItWorks />
    </div>
  )
}
