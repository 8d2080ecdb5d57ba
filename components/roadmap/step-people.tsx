import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar'
import type { StepPage } from '@/contracts/views'

/** Who else is at it. */
export function StepPeople({ step }: { step: StepPage }) {
  const more = step.learners - step.people.length
  return (
    <section aria-labelledby="learners">
      <h2 id="learners" className="text-lg">
        People learning it
      </h2>
      {step.people.length === 0 ? (
        <p className="mt-2 text-sm text-ink-2">
          Nobody is learning this step right now. Start it, and the next one finds you here.
        </p>
      ) : (
        <ul className="mt-2 -ml-2 flex flex-col">
          {step.people.map((person) => (
            <li key={person.id}>
              <Link
                href={`/@${person.handle}`}
                className="flex min-h-12 items-center gap-3 rounded-s px-2 py-1.5 hover:bg-sunken"
              >
                <Avatar person={person} />
                <span className="min-w-0 text-sm">
                  <span className="block truncate font-semibold">{person.name}</span>
                  {person.headline && (
                    <span className="line-clamp-2 text-xs text-ink-3">{person.headline}</span>
                  )}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="mt-2 text-sm text-ink-3">and {more} more</p>}
    </section>
  )
}
