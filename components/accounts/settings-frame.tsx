import clsx from 'clsx'
import Link from 'next/link'
import type { ReactNode } from 'react'

const pages = [
  { id: 'profile', href: '/settings/profile', label: 'Profile' },
  { id: 'privacy', href: '/settings/privacy', label: 'Privacy' },
  { id: 'quiet', href: '/settings/quiet-hours', label: 'Quiet hours' },
  { id: 'sessions', href: '/settings/sessions', label: 'Sessions' },
] as const

/** The frame of every settings page. */
export function SettingsFrame({
  current,
  lead,
  children,
}: {
  current: (typeof pages)[number]['id']
  lead: string
  children: ReactNode
}) {
  return (
    <div className="page py-6 lg:py-8">
      <div className="mx-auto flex max-w-[46rem] flex-col gap-6">
        <header className="flex flex-col gap-3">
          <h1 className="text-2xl">Settings</h1>
          <nav aria-label="Settings" className="flex gap-1 border-b border-line">
            {pages.map(({ id, href, label }) => (
              <Link
                key={id}
                href={href}
                aria-current={id === current ? 'page' : undefined}
                className={clsx(
                  '-mb-px inline-flex min-h-11 items-center border-b-2 px-3 text-sm',
                  id === current
                    ? 'border-accent font-semibold text-ink'
                    : 'border-transparent text-ink-2 hover:text-ink',
                )}
              >
                {label}
              </Link>
            ))}
          </nav>
          <p className="text-ink-2">{lead}</p>
        </header>
        {children}
      </div>
    </div>
  )
}
