/** A stem and one branch: a roadmap is a line, a team leaves it and comes back. */
export function Logo({ className = 'size-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={className}>
      <path d="M7 8v14" stroke="var(--ink)" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M7 9c0 5.2 5.5 4.6 10.4 8" stroke="var(--accent)" strokeWidth="2.5" />
      <circle cx="7" cy="5" r="2.9" fill="var(--bg)" stroke="var(--ink)" strokeWidth="2.5" />
      <circle cx="18.4" cy="18" r="3.6" fill="var(--accent)" />
    </svg>
  )
}
