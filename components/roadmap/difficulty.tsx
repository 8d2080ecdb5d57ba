import clsx from 'clsx'

const names = { 1: 'Gentle', 2: 'Solid', 3: 'Demanding' }

/** One to three dots, and the word. */
export function Difficulty({ level }: { level: 1 | 2 | 3 }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-xs font-normal text-ink-3">
      <span aria-hidden className="flex gap-0.5">
        {[1, 2, 3].map((dot) => (
          <span
            key={dot}
            className={clsx(
              'size-1.5 rounded-full border border-ink-3',
              dot <= level && 'bg-ink-3',
            )}
          />
        ))}
      </span>
      {names[level]}
    </span>
  )
}
