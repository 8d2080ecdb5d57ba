'use client'
import { Rss } from 'lucide-react'
import Link from 'next/link'
import { ActionButton } from '@/components/teams/action-button'
import { Badge } from '@/components/ui/badge'
import type { FormAction } from '@/contracts/form-state'

/** Where the focus goes when a search is deleted with the button that was pressed. */
export const savedHeadingId = 'saved-heading'

export function SavedSearchRow({
  search: { id, name, notifies, words, href, feed },
  actions,
}: {
  search: {
    id: string
    name: string
    notifies: boolean
    words: string
    href: string
    feed: string
  }
  actions: { setNews: FormAction; remove: FormAction }
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2.5">
          <Link
            href={href}
            className="inline-flex min-h-6 items-center font-semibold underline-offset-4 hover:underline"
          >
            {name}
          </Link>
          {!notifies && <Badge>No news</Badge>}
        </p>
        {words !== name && <p className="text-sm text-ink-2">{words}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-1">
        <a
          href={feed}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-s px-3 text-sm text-ink-2 hover:bg-sunken hover:text-ink sm:min-h-8"
        >
          <Rss aria-hidden className="size-4" />
          Feed<span className="sr-only"> of {name}</span>
        </a>
        <ActionButton
          look="quiet"
          size="s"
          action={actions.setNews}
          input={{ searchId: id, notifies: !notifies }}
          done={notifies ? 'New projects are not told any more' : 'New projects are told again'}
        >
          {notifies ? 'Stop news' : 'Tell me'}
          <span className="sr-only"> of {name}</span>
        </ActionButton>
        <ActionButton
          look="quiet"
          size="s"
          action={actions.remove}
          input={{ searchId: id }}
          done="The search is deleted"
          then={() => document.getElementById(savedHeadingId)?.focus()}
        >
          Delete<span className="sr-only"> {name}</span>
        </ActionButton>
      </div>
    </li>
  )
}
