'use client'
import { AtSign } from 'lucide-react'
import { useMemo } from 'react'
import { Avatar } from '@/components/ui/avatar'
import type { PersonView } from '@/contracts/realtime'
import { type MentionOption, suggestMentions, tokenAt } from './mention-suggestions'
import { useRoomStore, useRoomView } from './room-context'
import type { SuggestionSource } from './suggestions'

/** Suggests whom an `@` may mean. @param callable whether everybody can be called at once */
export function mentionSource(people: PersonView[], callable: boolean): SuggestionSource {
  return (text, caret) => {
    const token = tokenAt(text, caret)
    if (!token) return null
    const options = suggestMentions(people, token.query, callable).map((option) => ({
      text: `@${option.handle}`,
      written: option.handle === token.query.toLowerCase(),
      row: <MentionOptionRow option={option} />,
    }))
    const { start } = token
    return { label: 'People to mention', start, options, spaced: true, eager: true }
  }
}

export function useMentionSource(): SuggestionSource {
  const { kind } = useRoomStore()
  const { known } = useRoomView()
  return useMemo(() => mentionSource(known, kind !== 'step'), [known, kind])
}

function MentionOptionRow({ option: { person, name, handle } }: { option: MentionOption }) {
  return (
    <>
      {person ? (
        <Avatar person={person} size="s" />
      ) : (
        <span className="inline-flex size-6 items-center justify-center rounded-full bg-sunken">
          <AtSign aria-hidden className="size-3.5 text-ink-2" />
        </span>
      )}
      <span className="max-w-2/3 shrink-0 truncate font-semibold">{name}</span>
      <span className="ml-auto truncate text-xs text-ink-2">@{handle}</span>
    </>
  )
}
