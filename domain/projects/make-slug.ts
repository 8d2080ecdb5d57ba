import { randomBytes } from 'node:crypto'

// Paths of the site that a slug must not shadow.
const taken = new Set(['new', 'edit', 'requests'])

/** The title as a path segment: `Été à la mer!` → `ete-a-la-mer`; `project` when no letter survives. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return slug || 'project'
}

/** Slugs to try in turn: the plain one, then with suffixes that nobody has by chance. */
export function* slugsFor(title: string): Generator<string> {
  const plain = slugOf(title)
  if (!taken.has(plain)) yield plain
  for (let tries = 0; tries < 5; tries += 1) yield `${plain}-${randomBytes(3).toString('hex')}`
}
