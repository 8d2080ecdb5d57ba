import Link from 'next/link'
import { Logo } from '@/components/ui/logo'
import type { Theme } from './theme'
import { ThemeChoice } from './theme-choice'

export function SiteFooter({ theme }: { theme: Theme }) {
  return (
    <footer className="mt-16 border-t border-line text-sm text-ink-2">
      <div className="page flex flex-col gap-6 py-8 lg:flex-row lg:items-center lg:justify-between">
        <div className="flex flex-col gap-2">
          <p className="flex items-center gap-2 font-display font-semibold text-ink">
            <Logo className="size-5" />
            Prajix
          </p>
          <p>A learning roadmap, walked in teams that ship.</p>
        </div>
        <div className="flex flex-col items-start gap-x-6 gap-y-4 sm:flex-row sm:flex-wrap sm:items-center">
          <nav aria-label="Footer">
            <ul className="flex gap-x-5">
              {[
                ['/roadmap', 'Roadmap'],
                ['/projects', 'Projects'],
              ].map(([href, label]) => (
                <li key={href}>
                  <Link
                    href={href ?? '/'}
                    className="inline-flex min-h-11 items-center hover:text-ink hover:underline sm:min-h-8"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <p className="whitespace-nowrap">Open source under the MIT licence</p>
          <ThemeChoice initial={theme} />
        </div>
      </div>
    </footer>
  )
}
