import clsx from 'clsx'
import Link from 'next/link'
import { lineBackground } from '@/components/ui/avatar'
import { lineBorder } from '@/components/ui/step-mark'

const stops = [
  {
    line: 1,
    title: 'Find your step',
    text: 'Read the roadmap and see which projects are open on the step you want to learn.',
    href: '/roadmap',
    link: 'See the roadmap',
  },
  {
    line: 2,
    title: 'Post or pick an idea',
    text: 'Post your own, start from one of ours, or browse what others are putting together.',
    href: '/projects',
    link: 'Browse projects',
  },
  {
    line: 3,
    title: 'Join the team',
    text: 'Ask for a seat with a short message. The owner answers, and your screen changes at once.',
    href: '/sign-up',
    link: 'Join Prajix',
  },
  {
    line: 4,
    title: 'Build it together',
    text: 'Every team has a room to talk in. What you ship counts on your roadmap.',
    href: '/sign-in?next=/rooms',
    link: 'Go to your rooms',
  },
]

/** The four things people do here, as four stations. */
export function HowItWorks() {
  return (
    <section aria-labelledby="how" className="mt-16">
      <h2 id="how" className="text-xl">
        How it works
      </h2>
      <ol className="mt-6 grid lg:grid-cols-4">
        {stops.map((stop, index) => (
          <li
            key={stop.title}
            className="relative flex gap-4 pb-8 last:pb-0 lg:block lg:pr-8 lg:pb-0"
          >
            {index < stops.length - 1 && (
              <span
                aria-hidden
                className={clsx(
                  'absolute top-3 left-3 h-full w-1 lg:h-1 lg:w-full',
                  lineBackground[stop.line],
                )}
              />
            )}
            <span
              aria-hidden
              className={clsx(
                'relative block size-7 shrink-0 rounded-full border-4 bg-bg',
                lineBorder[stop.line],
              )}
            />
            <div className="lg:mt-4">
              <h3 className="text-lg leading-snug">{stop.title}</h3>
              <p className="mt-1.5 max-w-prose text-sm text-ink-2">{stop.text}</p>
              <Link
                href={stop.href}
                prefetch={false}
                className="mt-1 inline-flex min-h-11 items-center text-sm font-semibold text-accent-ink hover:underline sm:min-h-8"
              >
                {stop.link}
              </Link>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
