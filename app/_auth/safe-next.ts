const nowhere = 'http://nowhere.invalid'

/** Where to go after signing in: a path of our own, whatever the address bar was made to say. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.includes('\\')) return '/'
  if (!URL.canParse(next, nowhere)) return '/'
  const { origin, pathname, search, hash } = new URL(next, nowhere)
  // "/.//evil.example" parses as a path of ours and would be written back as "//evil.example".
  if (origin !== nowhere || pathname.startsWith('//')) return '/'
  // These would send the person round in a circle, or out again.
  if (/^\/(sign-(in|up|out)|api)(\/|$)/.test(pathname)) return '/'
  return pathname + search + hash
}
