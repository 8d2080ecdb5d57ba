import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { ActionButton } from '@/components/teams/action-button'
import type { FormAction } from '@/contracts/form-state'
import type { HomePage } from '@/contracts/views'

/**
 * The first things to do for someone new; each goes away once it is done. The first questions stand for
 * the step and the skills until they are answered or put aside.
 */
export function NextActions({ home, skipWelcome }: { home: HomePage; skipWelcome: FormAction }) {
  const offered = !home.welcomed
  const actions = [
    offered && {
      href: '/welcome',
      title: 'Answer three questions',
      text: 'Your step, a few skills and your hours: under a minute, and what suits you comes here.',
    },
    !offered &&
      !home.learning && {
        href: '/roadmap',
        title: 'Pick a step',
        text: 'Say what you are learning, and projects on that step come to you.',
      },
    !offered &&
      !home.hasProfileSkills && {
        href: '/settings/profile',
        title: 'Add three skills',
        text: 'Teams see at once what you bring, and what you want to learn.',
      },
    home.rooms.length === 0 && {
      href: '/projects',
      title: 'Ask to join a team',
      text: 'Look through the open seats, or post an idea of your own.',
    },
  ].filter((one) => one !== false)
  if (actions.length === 0) return null
  return (
    <section aria-labelledby="next" className="mt-8">
      <h2 id="next" className="text-lg">
        {actions.length === 1 ? 'Do this next' : 'Start here'}
      </h2>
      <ol className="mt-3 grid gap-3 md:auto-cols-[minmax(0,24rem)] md:grid-flow-col">
        {actions.map((action) => (
          <li key={action.href}>
            <Link
              href={action.href}
              className="flex h-full items-start justify-between gap-4 rounded-m border border-line bg-surface p-4 transition-colors duration-150 hover:border-control"
            >
              <span>
                <span className="block font-semibold">{action.title}</span>
                <span className="mt-0.5 block text-sm text-ink-2">{action.text}</span>
              </span>
              <ArrowRight aria-hidden className="mt-1 size-4 shrink-0 text-accent-ink" />
            </Link>
          </li>
        ))}
      </ol>
      {offered && (
        <div className="mt-2">
          <ActionButton size="s" look="quiet" className="-ml-3" action={skipWelcome} input={{}}>
            Skip the questions
          </ActionButton>
        </div>
      )}
    </section>
  )
}
