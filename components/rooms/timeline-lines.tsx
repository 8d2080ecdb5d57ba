import { ChevronDown } from 'lucide-react'

/** `onOpen` opens the way to other days; there is none in a thread. */
export function DayLine({
  label,
  onOpen,
}: {
  label: string
  onOpen: ((anchor: HTMLElement) => void) | undefined
}) {
  if (!onOpen) return <p className="pt-3 text-center text-xs text-ink-3">{label}</p>
  return (
    <p className="pt-3 text-center text-xs text-ink-3">
      <button
        type="button"
        aria-haspopup="dialog"
        title="Jump to a date"
        onClick={(event) => onOpen(event.currentTarget)}
        className="inline-flex min-h-6 items-center gap-1 rounded-s px-2 hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
      >
        {label}
        <ChevronDown aria-hidden className="size-3" />
      </button>
    </p>
  )
}

export function NewLine() {
  return (
    <p className="mx-4 mt-3 flex items-center gap-2 text-xs font-semibold text-accent-ink">
      New
      <span aria-hidden className="h-px flex-1 bg-accent" />
    </p>
  )
}

export function NoticeLine({ text, exact }: { text: string; exact: string }) {
  return (
    <p title={exact} className="py-1.5 pr-4 pl-15 text-xs text-ink-3">
      {text}
    </p>
  )
}
