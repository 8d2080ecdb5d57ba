import clsx from 'clsx'
import type { OpeningSkill, OpeningView } from '@/contracts/views'
import { levelName } from './skill-levels'

function SkillNeed({ skill }: { skill: OpeningSkill }) {
  return (
    <li
      className={clsx(
        'inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-xs',
        skill.required ? 'bg-sunken text-ink' : 'border border-line text-ink-2',
      )}
    >
      {skill.name}
      <span
        className="tabular text-ink-3"
        title={`Level ${skill.minimumLevel} of 5: ${levelName(skill.minimumLevel)}`}
      >
        {skill.minimumLevel}+
      </span>
    </li>
  )
}

function Needs({ label, skills }: { label: string; skills: OpeningSkill[] }) {
  if (skills.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <span className="text-xs text-ink-3">{label}</span>
      <ul className="flex flex-wrap gap-1.5">
        {skills.map((skill) => (
          <SkillNeed key={skill.slug} skill={skill} />
        ))}
      </ul>
    </div>
  )
}

const seatWords = (opening: Pick<OpeningView, 'seats' | 'filled'> & { status?: string }) => {
  const free = opening.seats - opening.filled
  if (opening.status === 'closed') return 'Closed'
  if (opening.status === 'on_hold') return 'On hold'
  if (free <= 0) return 'Filled'
  return `${free} of ${opening.seats} free`
}

/** Roles with their free seats and the skills that they ask for. */
export function OpeningList({
  openings,
}: {
  openings: (Pick<OpeningView, 'id' | 'title' | 'seats' | 'filled' | 'skills'> & {
    status?: OpeningView['status']
  })[]
}) {
  return (
    <ul className="divide-y divide-line">
      {openings.map((opening) => (
        <li key={opening.id} className="flex flex-col gap-2 py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-semibold">{opening.title}</span>
            <span className="tabular text-sm text-ink-2">{seatWords(opening)}</span>
          </div>
          {opening.skills.length > 0 && (
            <div className="flex flex-col gap-1.5">
              <Needs label="Needs" skills={opening.skills.filter((one) => one.required)} />
              <Needs label="Nice" skills={opening.skills.filter((one) => !one.required)} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
