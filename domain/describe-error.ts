/** What a log may hold of an error; the rest can be a password's hash, an address or a message's text. */
const kept = ['code', 'constraint', 'table', 'severity', 'routine', 'errorId'] as const
const deepest = 4

/**
 * An error for the log, without the values of the statement that failed: drizzle writes them into the
 * message, the stack and a property, and PostgreSQL into its detail.
 */
export function describeError(error: unknown, depth = 0): unknown {
  if (typeof error !== 'object' || error === null || depth > deepest) return String(error)
  if (!(error instanceof Error))
    return Object.fromEntries(
      Object.entries(error).map(([name, value]) => [name, describeError(value, depth + 1)]),
    )
  const fields = error as Error & Partial<Record<(typeof kept)[number], unknown>>
  return {
    type: error.name,
    message: error.message.split('\nparams: ', 1)[0],
    stack: error.stack?.match(/^ +at .*$/gm)?.join('\n'),
    ...Object.fromEntries(kept.flatMap((name) => (name in fields ? [[name, fields[name]]] : []))),
    ...(error.cause !== undefined && { cause: describeError(error.cause, depth + 1) }),
  }
}
