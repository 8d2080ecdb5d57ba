import type { VersionFile } from '@/contracts/versions'

export type PresentFile = { documentId: string; path: string; text: string; hash: string }
/** What became of a file since the version. */
export type FileFate = 'same' | 'changed' | 'moved' | 'added' | 'deleted'
export type ComparedFile = {
  documentId: string
  /** In the version; where it is now if the version does not have it. */
  path: string
  kept: VersionFile | null
  now: PresentFile | null
  fate: FileFate
}

/** The files of a version and of now, side by side: what differs first, then by path. */
export function compareFiles(files: VersionFile[], now: PresentFile[]): ComparedFile[] {
  const present = new Map(now.map((file) => [file.documentId, file]))
  const known = new Set(files.map(({ documentId }) => documentId))
  const old = files.map((file): ComparedFile => {
    const { documentId, path, hash } = file
    const current = present.get(documentId) ?? null
    const fate = !current
      ? 'deleted'
      : current.hash !== hash
        ? 'changed'
        : current.path !== path
          ? 'moved'
          : 'same'
    return { documentId, path, kept: file, now: current, fate }
  })
  const added = now
    .filter(({ documentId }) => !known.has(documentId))
    .map((file): ComparedFile => {
      const { documentId, path } = file
      return { documentId, path, kept: null, now: file, fate: 'added' }
    })
  const rank = ({ fate }: ComparedFile) => (fate === 'same' ? 1 : 0)
  return [...old, ...added].sort(
    (one, other) => rank(one) - rank(other) || (one.path < other.path ? -1 : 1),
  )
}
