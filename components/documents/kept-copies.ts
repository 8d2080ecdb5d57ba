/*
 * Which copies of files this browser keeps, and which of them hold what the server does not have. Apart
 * from the editor, because signing out must not fetch it.
 */

const prefix = 'prajix:document:'
const unsentKey = (name: string) => `prajix:unsent:${name}`

/** One store per person and document: two people who share a browser do not share what is unsent. */
export const localCopyName = (personId: string, documentId: string) =>
  `${prefix}${personId}:${documentId}`

/** Notes whether a copy holds changes that the server has not stored. */
export function noteUnsent(name: string, unsent: boolean) {
  try {
    if (unsent) localStorage.setItem(unsentKey(name), '1')
    else localStorage.removeItem(unsentKey(name))
  } catch {
    // Nothing is kept in this browser: then there is no copy either.
  }
}

/**
 * Throws a person's copies away, but for those whose changes the server lacks: these wait until the person
 * comes back. Whoever uses this browser next finds no code in it.
 */
export async function forgetSavedCopies(personId: string): Promise<void> {
  if (typeof indexedDB === 'undefined' || !indexedDB.databases) return
  const own = localCopyName(personId, '')
  const gone = (await indexedDB.databases()).flatMap(({ name }) =>
    name?.startsWith(own) && localStorage.getItem(unsentKey(name)) === null ? [name] : [],
  )
  await Promise.all(
    gone.map(
      (name) =>
        new Promise<void>((resolve) => {
          const request = indexedDB.deleteDatabase(name)
          request.onsuccess = () => resolve()
          request.onerror = () => resolve()
          // Another tab has it open: it goes when that tab does.
          request.onblocked = () => resolve()
        }),
    ),
  )
}
