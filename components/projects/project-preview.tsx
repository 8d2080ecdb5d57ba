'use client'
import dynamic from 'next/dynamic'
import { SeatStack } from '@/components/ui/avatar'
import { StepLabel } from '@/components/ui/step-mark'
import type { PersonView } from '@/contracts/realtime'
import type { SkillOption, StepRef } from '@/contracts/views'
import { DayScale, DayStrip } from './day-strip'
import { OpeningList } from './opening-list'
import type { ProjectDraft } from './project-draft'
import { cityOf } from './window-in-zone'

// `loading` is what gives it a boundary: without one, what is typed meanwhile waits with it.
const MarkdownText = dynamic(async () => (await import('@/components/ui/markdown')).MarkdownText, {
  loading: () => <p className="text-sm text-ink-3">Loading the preview</p>,
})

/** The project as others will meet it: its card first, then the ask and the story. */
export function ProjectPreview({
  draft,
  steps,
  skills,
  owner,
}: {
  draft: ProjectDraft
  steps: StepRef[]
  skills: SkillOption[]
  owner: PersonView
}) {
  const chosen = steps.filter((step) => draft.stepIds.includes(step.id))
  const free = draft.openings.reduce((sum, one) => sum + one.seats, 0)
  const openings = draft.openings.map((opening, place) => ({
    id: opening.key,
    title: opening.title.trim() || `Role ${place + 1}`,
    seats: opening.seats,
    filled: 0,
    skills: opening.skills.map((skill) => ({
      ...skill,
      name: skills.find((one) => one.slug === skill.slug)?.name ?? skill.slug,
    })),
  }))
  return (
    <div className="flex flex-col gap-5 rounded-m border border-line bg-surface p-5">
      <div className="flex flex-col gap-2">
        <p className="flex min-h-6 flex-wrap gap-x-3.5">
          {chosen.map((step) => (
            <StepLabel key={step.id} step={step} link={false} />
          ))}
          {chosen.length === 0 && <span className="text-xs text-ink-3">No step chosen yet</span>}
        </p>
        <p className="font-display text-lg leading-snug font-[650] tracking-tight">
          {draft.title.trim() || <span className="text-ink-3">Your title</span>}
        </p>
        <p className="text-sm text-ink-2">
          {draft.pitch.trim() || <span className="text-ink-3">Your pitch, in one line</span>}
        </p>
        <div className="mt-1 flex flex-wrap items-center gap-2.5">
          <SeatStack people={[owner]} free={free} />
          <span className="tabular text-xs text-ink-2">
            {free} {free === 1 ? 'seat' : 'seats'} free · {draft.hoursPerWeek || '?'} h a week
          </span>
        </div>
      </div>
      <div className="flex flex-col gap-2.5 border-t border-line pt-4">
        <DayStrip
          label={cityOf(draft.timeZone)}
          window={{ start: draft.windowStart, end: draft.windowEnd % 1440 }}
        />
        <DayScale />
      </div>
      <div className="border-t border-line pt-2">
        <OpeningList openings={openings} />
      </div>
      {draft.description.trim() && (
        <div className="border-t border-line pt-4 text-sm">
          <MarkdownText>{draft.description}</MarkdownText>
        </div>
      )}
    </div>
  )
}
