/** The handle that calls everybody in a room. */
export const hereHandle = 'here'

/** A mention: `@` before a handle, not inside a word, an address or a path. Shared by both ends. */
export const mentionPattern =
  /(?<![\p{L}\p{N}_@/.+-])@([a-z][a-z0-9-]{1,28}[a-z0-9])(?![\p{L}\p{N}_@])/giu

/** Code between equally long runs of backticks, and blocks between fences, as Markdown has them. */
function withoutCode(markdown: string): string {
  const kept: string[] = []
  let fence = ''
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line)
    const run = mark?.[1] ?? ''
    if (fence) {
      const closes = run[0] === fence[0] && run.length >= fence.length && !mark?.[2]?.trim()
      if (closes) fence = ''
    } else if (run && !(run[0] === '`' && mark?.[2]?.includes('`'))) fence = run
    else kept.push(line)
  }
  return withoutSpans(kept.join('\n'))
}

function withoutSpans(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }))
  // Where the next run of each length stands: looked up from the end, so that a long row of runs stays cheap.
  const closing = new Array<number | undefined>(runs.length)
  const nextOf = new Map<number, number>()
  for (let at = runs.length - 1; at >= 0; at--) {
    const length = runs[at]?.length ?? 0
    closing[at] = nextOf.get(length)
    nextOf.set(length, at)
  }
  let kept = ''
  let from = 0
  for (let at = 0; at < runs.length; at++) {
    const opens = runs[at]
    const end = closing[at]
    const closes = end === undefined ? undefined : runs[end]
    if (!opens || !closes || end === undefined) continue
    kept += `${text.slice(from, opens.index)} `
    from = closes.index + closes.length
    at = end
  }
  return kept + text.slice(from)
}

/** Whom a text may mean: handles in lower case, as they are written, whether or not somebody has them. */
export function findMentions(markdown: string): { handles: string[]; here: boolean } {
  if (!markdown.includes('@')) return { handles: [], here: false }
  const found = new Set<string>()
  for (const [, handle] of withoutCode(markdown).matchAll(mentionPattern))
    found.add((handle ?? '').toLowerCase())
  const here = found.delete(hereHandle)
  return { handles: [...found], here }
}
