const radius = 8
const length = 2 * Math.PI * radius

/** What is left of a turn, as a ring that empties. Decorative: the time stands beside it. */
export function TurnRing({ left, paused }: { left: number; paused: boolean }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className="size-6 shrink-0 -rotate-90">
      <circle cx="12" cy="12" r={radius} fill="none" strokeWidth="4" className="stroke-line" />
      <circle
        cx="12"
        cy="12"
        r={radius}
        fill="none"
        strokeWidth="4"
        strokeDasharray={`${left * length} ${length}`}
        className={paused ? 'stroke-ink-3' : 'stroke-accent'}
      />
    </svg>
  )
}
