export function DayLine({ label }: { label: string }) {
  return <p className="pt-4 pb-1 text-center text-xs text-ink-3">{label}</p>
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
