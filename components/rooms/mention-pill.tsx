'use client'
import clsx from 'clsx'
import { type ComponentProps, createContext, useContext } from 'react'
import { hereHandle } from '@/contracts/mentions'
import type { MessageView } from '@/contracts/realtime'
import { handleAttribute } from './mark-mentions'
import { useRoomStore } from './room-context'

/** Whom the message at hand mentions, as the server has found. */
export const MentionsContext = createContext<Pick<MessageView, 'mentions' | 'here'>>({
  mentions: [],
  here: false,
})

/** A span of a message: a mention of somebody is drawn with their name, anything else as it is. */
export function MentionPill({
  children,
  [handleAttribute]: handle,
  ...rest
}: ComponentProps<'span'> & { [handleAttribute]?: string }) {
  const { mentions, here } = useContext(MentionsContext)
  const store = useRoomStore()
  if (!handle) return <span {...rest}>{children}</span>
  // Read, not subscribed to: every message would render whenever anything in the room changes.
  const person = store
    .getView()
    .known.find((one) => one.handle.toLowerCase() === handle && mentions.includes(one.id))
  const everybody = here && handle === hereHandle
  if (!person && !everybody) return <>{children}</>
  const own = everybody || person?.id === store.me.id
  return (
    <span
      title={person ? `@${person.handle}` : 'Everybody in the room'}
      className={clsx(
        'rounded-s px-1 font-semibold',
        own ? 'bg-accent-soft text-accent-ink' : 'bg-sunken text-ink',
      )}
    >
      @{person ? person.name : hereHandle}
    </span>
  )
}
