/** `path`, or the next one like it that is free. */
export function freePath(path: string, taken: readonly string[]): string {
  if (!taken.includes(path)) return path
  const dot = path.lastIndexOf('.')
  const cut = dot > path.lastIndexOf('/') + 1 ? dot : path.length
  for (let number = 2; ; number++) {
    const next = `${path.slice(0, cut)}-${number}${path.slice(cut)}`
    if (!taken.includes(next)) return next
  }
}
