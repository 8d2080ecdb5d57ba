import { StepMark } from '@/components/ui/step-mark'
import type { RoadmapPage } from '@/contracts/views'

/** Names of the five lines beside their colours. */
export function LineLegend({ lines }: { lines: RoadmapPage['lines'] }) {
  return (
    <ul
      aria-label="Lines of the roadmap"
      className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2"
    >
      {lines.map(({ line, title }) => (
        <li key={line} className="inline-flex items-center gap-1.5">
          <StepMark line={line} />
          {title}
        </li>
      ))}
    </ul>
  )
}
