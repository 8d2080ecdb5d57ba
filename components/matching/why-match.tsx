import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import type { MatchPart, MatchPartName, MatchRaise } from '@/contracts/matching'

const partNames: Record<MatchPartName, string> = {
  skills: 'Skills',
  learning: 'What you learn',
  hours: 'Time in common',
  commitment: 'Hours a week',
  level: 'Levels',
  reliability: 'Keeping one’s word',
}
const theirNames: Partial<Record<MatchPartName, string>> = { learning: 'What they learn' }
/** One hue, from strong to faint, so that the picture needs no legend of colours: the list below names each. */
const shades = ['bg-ink', 'bg-ink/80', 'bg-ink/65', 'bg-ink/50', 'bg-ink/40', 'bg-ink/30'] as const

const whereTo = ({ change }: MatchRaise) =>
  change.kind === 'step' ? `/roadmap/${change.stepId}` : '/settings/profile'

/** Why two fit, from the code that ranks: the points of the parts add up to the score. Needs no script. */
export function WhyMatch({
  score,
  parts,
  raises = [],
  voice,
}: {
  score: number
  parts: MatchPart[]
  raises?: MatchRaise[]
  /** Whether it is told to the person themselves, or to the team that looks at them. */
  voice: 'you' | 'they'
}) {
  return (
    <details className="group relative z-10 -mx-2 rounded-s text-sm">
      <summary className="flex min-h-11 list-none items-center gap-3 rounded-s px-2 hover:bg-sunken sm:min-h-9 [&::-webkit-details-marker]:hidden">
        <span className="tabular whitespace-nowrap">
          <span className="font-semibold">{score}</span>
          <span className="text-ink-3"> of 100</span>
        </span>
        <span aria-hidden className="flex h-1.5 flex-1 overflow-hidden rounded-full bg-line">
          {parts.map(({ name, points }, at) => (
            <span key={name} className={shades[at]} style={{ width: `${points}%` }} />
          ))}
        </span>
        <span className="inline-flex items-center gap-1 whitespace-nowrap text-ink-2">
          Why
          <ChevronDown
            aria-hidden
            className="size-4 transition-transform duration-150 group-open:rotate-180"
          />
        </span>
      </summary>
      <div className="flex flex-col gap-4 px-2 pt-2 pb-3">
        <ul className="flex flex-col gap-2.5">
          {parts.map((part, at) => (
            <Part
              key={part.name}
              part={part}
              shade={shades[at] ?? shades[0]}
              label={(voice === 'they' && theirNames[part.name]) || partNames[part.name]}
            />
          ))}
        </ul>
        {raises.length > 0 && (
          <div>
            <p className="font-semibold">What would raise it</p>
            <ul className="mt-1 flex flex-col">
              {raises.map((raise) => (
                <li key={raise.text}>
                  <Link
                    href={whereTo(raise)}
                    className="flex min-h-11 items-center justify-between gap-4 underline-offset-4 hover:underline sm:min-h-8"
                  >
                    <span>{raise.text}</span>
                    <span className="tabular whitespace-nowrap text-ink-2">
                      {raise.from} <span aria-hidden>→</span>
                      <span className="sr-only">becomes</span>{' '}
                      <span className="font-semibold text-ink">{raise.to}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </details>
  )
}

function Part({ part, shade, label }: { part: MatchPart; shade: string; label: string }) {
  return (
    <li className="grid grid-cols-[0.625rem_minmax(0,1fr)_auto] items-baseline gap-x-2.5">
      <span
        aria-hidden
        className={clsx(
          'size-2.5 translate-y-px rounded-[3px]',
          part.known ? shade : 'border border-dashed border-control',
        )}
      />
      <span className="font-semibold">{label}</span>
      <span className="tabular text-ink-2">
        +{part.points}
        <span className="sr-only"> points</span>
      </span>
      <span className="col-start-2 text-ink-2">{part.text}</span>
    </li>
  )
}
