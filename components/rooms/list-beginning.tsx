import type { RoomKind } from '@/contracts/vocabulary'

const invitations: Record<RoomKind, string> = {
  project: 'Nobody has written here yet. Say hello, and tell the team what you want to take first.',
  step: 'Nobody has written here yet. Say where you are in this step, and ask what puzzles you.',
  direct: 'Nobody but the two of you reads this. Say what you have in mind.',
}

/** Stands before the first message of a room. */
export function ListBeginning({
  kind,
  title,
  empty,
}: {
  kind: RoomKind
  title: string
  empty: boolean
}) {
  return (
    <div className="px-4 pb-4">
      <p className="font-display text-lg font-semibold">{title}</p>
      <p className="max-w-prose text-ink-2">
        {empty ? invitations[kind] : 'This is where the conversation begins.'}
      </p>
    </div>
  )
}
