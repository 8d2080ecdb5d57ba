import { Clock } from 'lucide-react'
import Link from 'next/link'
import { cityOf } from '@/components/projects/window-in-zone'
import { EnterButton } from '@/components/rooms/enter-button'
import { Avatar } from '@/components/ui/avatar'
import { StepLabel } from '@/components/ui/step-mark'
import type { FormAction } from '@/contracts/form-state'
import type { PersonFound } from '@/contracts/views'

/** Somebody in the directory, with what the two have in common. The whole card leads to their page. */
export function PersonFoundCard({
  person,
  message,
}: {
  person: PersonFound
  message: FormAction<{ roomId: string }>
}) {
  const shown = person.has.slice(0, 5)
  return (
    <article className="relative flex h-full flex-col gap-2.5 rounded-m border border-line bg-surface p-4 transition-colors duration-150 hover:border-control has-[h2_a:focus-visible]:outline-2 has-[h2_a:focus-visible]:outline-accent has-[h2_a:focus-visible]:outline-offset-2 sm:p-5">
      <div className="flex items-start gap-3">
        <Avatar person={person} />
        <div className="min-w-0 flex-1">
          <h2 className="text-lg leading-snug">
            <Link
              href={`/@${person.handle}`}
              className="outline-none after:absolute after:inset-0 after:rounded-m"
            >
              {person.name}
            </Link>
          </h2>
          <p className="text-xs text-ink-3">@{person.handle}</p>
        </div>
        {person.canMessage && (
          <EnterButton
            action={message}
            input={{ handle: person.handle }}
            size="s"
            aria-label={`Message ${person.name}`}
            className="relative"
          >
            Message
          </EnterButton>
        )}
      </div>
      {person.headline && <p className="text-sm text-ink-2">{person.headline}</p>}
      {person.why.length > 0 && (
        <p className="border-l-2 border-accent pl-2.5 text-sm text-ink-2">{person.why.join(' ')}</p>
      )}
      {shown.length > 0 && (
        <ul aria-label="Skills" className="flex flex-wrap gap-1.5 text-xs">
          {shown.map((skill) => (
            <li key={skill.slug} className="rounded-full bg-sunken px-2.5 py-0.5 text-ink-2">
              {skill.name}
              <span className="sr-only">, level</span>{' '}
              <span className="tabular text-ink-3">{skill.level}</span>
            </li>
          ))}
          {person.has.length > shown.length && (
            <li className="py-0.5 text-ink-3">and {person.has.length - shown.length} more</li>
          )}
        </ul>
      )}
      <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-1 pt-1 text-xs text-ink-3">
        {person.learning.slice(0, 2).map((step) => (
          <StepLabel key={step.id} step={step} />
        ))}
        <span className="inline-flex min-h-6 items-center gap-1.5">
          <Clock aria-hidden className="size-3.5" />
          {person.weeklyHours !== null && `${person.weeklyHours} h a week · `}
          {cityOf(person.timeZone)}
        </span>
      </div>
    </article>
  )
}
