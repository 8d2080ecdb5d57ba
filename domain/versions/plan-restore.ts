import { freePath } from '@/contracts/free-path'

type Place = { documentId: string; path: string }
export type PathChange =
  | { kind: 'document:deleted'; documentId: string }
  | ({ kind: 'document:moved' | 'document:restored' } & Place)

/**
 * How the room's files get back to their paths. A file whose place is taken stays where it is, or comes back
 * under the next free name: what others have put there is not touched.
 * @param wanted the files of the version that are restored
 * @param live the files that the room has now
 * @param removable those among them that may go, because the version does not have them
 */
export function planRestore(
  wanted: readonly Place[],
  live: readonly Place[],
  removable: ReadonlySet<string>,
): PathChange[] {
  const now = new Map(live.map(({ documentId, path }) => [documentId, path]))
  const comes = new Set(wanted.map(({ documentId }) => documentId))
  const [goes, stays] = [[] as Place[], [] as Place[]]
  for (const file of live)
    if (!comes.has(file.documentId)) (removable.has(file.documentId) ? goes : stays).push(file)
  const taken = stays.map(({ path }) => path)
  const changes: PathChange[] = goes.map(({ documentId }) => ({
    kind: 'document:deleted',
    documentId,
  }))
  for (const { documentId, path } of wanted) {
    const current = now.get(documentId)
    const stay = current !== undefined && taken.includes(path) && !taken.includes(current)
    const free = stay ? current : freePath(path, taken)
    taken.push(free)
    if (current === undefined) changes.push({ kind: 'document:restored', documentId, path: free })
    else if (current !== free) changes.push({ kind: 'document:moved', documentId, path: free })
  }
  return changes
}
