'use client'
import clsx from 'clsx'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { CountBadge } from '@/components/ui/badge'

/** Where one can go; the page at hand is marked. */
export function NavLinks({
  signedIn,
  unread,
  className,
  linkClassName,
}: {
  signedIn: boolean
  unread: number
  className?: string
  linkClassName?: string
}) {
  const pathname = usePathname()
  const links = [
    { href: '/roadmap', label: 'Roadmap', count: 0 },
    { href: '/projects', label: 'Projects', count: 0 },
    ...(signedIn
      ? [
          { href: '/people', label: 'People', count: 0 },
          { href: '/teams', label: 'Teams', count: 0 },
          { href: '/rooms', label: 'Rooms', count: unread },
        ]
      : []),
  ]
  return (
    <ul className={className}>
      {links.map(({ href, label, count }) => {
        const here = pathname === href || pathname.startsWith(`${href}/`)
        return (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? 'page' : here ? true : undefined}
              className={clsx(
                'flex items-center gap-2 rounded-s px-2.5 transition-colors duration-150',
                here ? 'bg-sunken font-semibold text-ink' : 'text-ink-2 hover:text-ink',
                linkClassName,
              )}
            >
              {label}
              <CountBadge count={count} label="unread messages" />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
