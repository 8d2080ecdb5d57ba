const nameOf = (path: string) => path.split('/').at(-1) ?? path

/** How many letters have to be changed, added or dropped to come from one word to another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at++) {
    const next = [at]
    for (let to = 1; to <= other.length; to++) {
      const same = one[at - 1] === other[to - 1]
      const replaced = (row[to - 1] ?? 0) + (same ? 0 : 1)
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

/** The paths that may have been meant by one that there is not; the closest first, three at most. */
export function closePaths(wanted: string, paths: string[]): string[] {
  const name = nameOf(wanted.toLowerCase()).slice(0, 120)
  const far = (path: string) => {
    const other = nameOf(path.toLowerCase())
    return name.length > 2 && other.includes(name) ? 0 : distance(name, other)
  }
  return paths
    .map((path) => ({ path, far: far(path) }))
    .filter((one) => one.far <= Math.max(2, name.length / 3))
    .sort((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ path }) => path)
}
