'use client'
import clsx from 'clsx'
import { emojiWords } from '@/components/emoji/emoji-words'
import { toast } from '@/components/ui/toast'
import type { MessageView } from '@/contracts/realtime'
import { useRoomStore } from './room-context'

/** The reactions to a message: how many, whether one's own is among them, a press to join or leave. */
export function ReactionStrip({ message }: { message: MessageView }) {
  const store = useRoomStore()
  if (message.reactions.length === 0) return null
  // Read, not subscribed to: every message would render whenever anything in the room changes.
  const { people } = store.getView()
  const nameOf = (personId: string) =>
    personId === store.me.id
      ? 'you'
      : (people.find((one) => one.id === personId)?.name ?? 'a former member')
  return (
    <ul aria-label="Reactions" className="mt-1.5 flex flex-wrap gap-1">
      {message.reactions.map(({ emoji, personIds }) => {
        const label = emojiWords(emoji)
        const mine = personIds.includes(store.me.id)
        const names = personIds.map(nameOf).join(', ')
        return (
          <li key={emoji}>
            <button
              type="button"
              aria-pressed={mine}
              aria-label={`${label}: ${personIds.length}, ${names}`}
              title={`${label}: ${names}`}
              onClick={async () => {
                const problem = await store.toggleReaction(message, emoji)
                if (problem) toast('Your reaction was not stored.', problem)
              }}
              className={clsx(
                'tabular inline-flex h-6 items-center gap-1.5 rounded-full border px-2 text-xs transition-colors duration-150 pointer-coarse:h-9 pointer-coarse:px-3',
                mine
                  ? 'border-accent bg-accent-soft text-accent-ink'
                  : 'border-transparent bg-sunken text-ink-2 hover:border-line-strong',
              )}
            >
              <span aria-hidden className="text-sm leading-none [font-family:var(--font-emoji)]">
                {emoji}
              </span>
              {personIds.length}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
