const shortest = 10
const strong = 16

/** How a new password stands. By length alone: rules about signs make worse passwords, not better ones. */
export function passwordHint(length: number): string {
  if (length === 0) return `At least ${shortest} characters. A few words in a row are good.`
  if (length < shortest) {
    const more = shortest - length
    return `${more} more ${more === 1 ? 'character' : 'characters'} to go.`
  }
  return length < strong ? 'Long enough. Longer is stronger.' : 'Strong.'
}

/** The same as a picture; the hint beside it says it in words. */
export function PasswordMeter({ length }: { length: number }) {
  const full = Math.min(1, length / strong)
  return (
    <span aria-hidden className="-mt-0.5 block h-1 overflow-hidden rounded-full bg-sunken">
      <span
        className={`block h-full transition-[width] duration-150 ${length < shortest ? 'bg-warn' : 'bg-good'}`}
        style={{ width: `${full * 100}%` }}
      />
    </span>
  )
}
