export type Statement = {
  text: string
  /** Where it begins in the file, in UTF-16 units. */
  start: number
}

/** What hides semicolons: quotes, dollar quotes, comments; each matches from its first character on. */
const hidden = [
  /--[^\n]*/y,
  /[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)/y,
  /'(?:[^']|'')*(?:'|$)/y,
  /"(?:[^"]|"")*(?:"|$)/y,
  /\$([A-Za-z_]\w*)?\$[\s\S]*?(?:\$\1\$|$)/y,
  // Words with dollars inside are names, not quotes.
  /[A-Za-z_][\w$]*/y,
]

/** PostgreSQL's comments contain each other. @returns the end of the one that begins at `at`. */
function endOfComment(sql: string, at: number): number {
  let depth = 0
  let here = at
  do {
    if (sql.startsWith('/*', here)) depth += 1
    else if (sql.startsWith('*/', here)) depth -= 1
    else {
      here += 1
      continue
    }
    here += 2
  } while (depth > 0 && here < sql.length)
  return here
}

function endOfHidden(sql: string, at: number): number | undefined {
  if (sql.startsWith('/*', at)) return endOfComment(sql, at)
  for (const pattern of hidden) {
    pattern.lastIndex = at
    const match = pattern.exec(sql)
    if (match?.[0]) return at + match[0].length
  }
}

/** Counts what opens and closes a body `begin atomic … end`, whose semicolons are inside the statement. */
function bodyDepth(word: string, before: string, depth: number): number {
  const lower = word.toLowerCase()
  if (lower === 'atomic' && /\bbegin\s+$/i.test(before)) return depth + 1
  if (depth > 0 && lower === 'case') return depth + 1
  if (depth > 0 && lower === 'end') return depth - 1
  return depth
}

/** The statements of a file, each with its place; empty ones are left out. */
export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = []
  let start = 0
  let at = 0
  let depth = 0
  let blank = true
  const take = (end: number) => {
    if (!blank) {
      const lead = /^\s*/.exec(sql.slice(start, end))?.[0].length ?? 0
      statements.push({ text: sql.slice(start + lead, end), start: start + lead })
    }
    blank = true
    depth = 0
  }
  while (at < sql.length) {
    const end = endOfHidden(sql, at)
    if (end !== undefined) {
      const comment = sql.startsWith('--', at) || sql.startsWith('/*', at)
      if (!comment) {
        blank = false
        depth = bodyDepth(sql.slice(at, end), sql.slice(start, at), depth)
      }
      at = end
    } else if (sql[at] === ';' && depth === 0) {
      take(at)
      at += 1
      start = at
    } else {
      if (/\S/.test(sql.charAt(at))) blank = false
      at += 1
    }
  }
  take(sql.length)
  return statements
}
