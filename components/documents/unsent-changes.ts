import * as Y from 'yjs'

export const toBytes = (value: Uint8Array | ArrayBuffer) =>
  value instanceof Uint8Array ? value : new Uint8Array(value)

type Deletions = ReturnType<typeof Y.decodeUpdate>['ds']

/** Whether `ours` deletes anything that `theirs` does not. */
function deletesMore(ours: Deletions, theirs: Deletions): boolean {
  for (const [client, ranges] of ours.clients) {
    const known = [...(theirs.clients.get(client) ?? [])].sort((a, b) => a.clock - b.clock)
    for (const { clock, len } of ranges) {
      let reached = clock
      for (const range of known)
        if (range.clock <= reached) reached = Math.max(reached, range.clock + range.len)
      if (reached < clock + len) return true
    }
  }
  return false
}

/**
 * What `doc` has and the server, by its answer, lacks; null when that is nothing. A state vector does not
 * tell about deletions, so these are compared one by one: sending them in vain would be refused to whoever
 * may only read.
 */
export function unsentChanges(
  doc: Y.Doc,
  answer: { update: Uint8Array | ArrayBuffer; stateVector: Uint8Array | ArrayBuffer },
): Uint8Array | null {
  const ours = Y.encodeStateAsUpdate(doc, toBytes(answer.stateVector))
  const { structs, ds } = Y.decodeUpdate(ours)
  const theirs = Y.decodeUpdate(toBytes(answer.update)).ds
  return structs.length > 0 || deletesMore(ds, theirs) ? ours : null
}
