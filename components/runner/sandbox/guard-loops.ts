import { parser } from '@lezer/javascript'

const loops = new Set(['ForStatement', 'WhileStatement', 'DoStatement'])

/**
 * The script with a call of `turn` at the start of each loop's body. A web page's scripts cannot run in a
 * worker that would be ended, so an endless loop has to end itself. Lines keep their numbers.
 */
export function guardLoops(script: string, turn: string): string {
  const added: [at: number, text: string][] = []
  parser.parse(script).iterate({
    enter: ({ name, node }) => {
      if (!loops.has(name)) return
      // `do body while (…)`: the body is the second part; everywhere else it is the last.
      const body = name === 'DoStatement' ? node.firstChild?.nextSibling : node.lastChild
      if (!body || body.type.isError) return
      if (body.name === 'Block') added.push([body.from + 1, `${turn}();`])
      else added.push([body.from, `{${turn}();`], [body.to, '}'])
    },
  })
  added.sort(([one], [other]) => one - other)
  let guarded = ''
  let from = 0
  for (const [at, text] of added) {
    guarded += script.slice(from, at) + text
    from = at
  }
  return guarded + script.slice(from)
}

/** @returns what throws in a loop that has kept the page busy for `limitMs` without a pause. */
export function watchTurns(limitMs: number): () => void {
  const later = window.setTimeout.bind(window)
  let began = 0
  return () => {
    const now = performance.now()
    if (began === 0) {
      began = now
      later(() => {
        began = 0
      })
    } else if (now - began > limitMs)
      throw new Error(`Ended: a loop ran longer than ${limitMs / 1000} seconds.`)
  }
}
