/** Stands before the first message of a room. */
export function ListBeginning({ title, empty }: { title: string; empty: boolean }) {
  return (
    <div className="px-4 pb-4">
      <p className="font-display text-lg font-semibold">{title}</p>
      <p className="max-w-prose text-ink-2">
        {empty
          ? 'Nobody has written here yet. Say hello, and tell the team what you want to take first.'
          : 'This is where the conversation begins.'}
      </p>
    </div>
  )
}
