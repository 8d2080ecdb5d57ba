import type { RoomStore } from '@/components/rooms/room-store'
import type { DocumentDesk } from './document-desk'
import type { PatchFile } from './make-patch'

/** What stands between the room and a download. */
type Room = { desk: Pick<DocumentDesk, 'readAll'>; store: RoomStore }

const slugOf = ({ project }: RoomStore) => project?.slug ?? 'room'

/** @returns the files, and a sentence when some could not be had. */
async function readFiles({ desk, store }: Room) {
  const files = await desk.readAll()
  const missing = store.getView().documents.length - files.length
  const problem = missing > 0 ? `${missing} of the files could not be fetched.` : undefined
  return { files, problem }
}

/** The room's files as a zip, in a folder of the project's name. @returns what went wrong, if anything did. */
export async function downloadZip(room: Room): Promise<string | undefined> {
  const { files, problem } = await readFiles(room)
  if (problem) return problem
  const { strToU8, zipSync } = await import('fflate')
  const slug = slugOf(room.store)
  const entries = files.map(({ path, text }) => [`${slug}/${path}`, strToU8(text)] as const)
  save(`${slug}.zip`, zipSync(Object.fromEntries(entries)), 'application/zip')
}

/**
 * What became of `base` as a patch for `git am`, with everybody who typed.
 * @param base null: all files are new
 * @returns what went wrong, if anything did
 */
export async function downloadPatch(
  room: Room,
  base: { files: PatchFile[]; name: string } | null,
): Promise<string | undefined> {
  const { roomId, transport, project } = room.store
  const { files, problem } = await readFiles(room)
  if (problem) return problem
  const answer = await transport.request('version:authors', { roomId })
  if (!answer.ok) return answer.message
  const { makePatch } = await import('./make-patch')
  const title = project?.title ?? 'The room'
  const patch = makePatch(base?.files ?? [], files, {
    author: answer.you,
    coAuthors: answer.authors,
    subject: base ? `${title}: changes since ${base.name}` : `${title}: files of the room`,
    date: new Date(),
  })
  if (patch === null)
    return base ? 'Nothing has changed since this version.' : 'There are no files yet.'
  save(`${slugOf(room.store)}.patch`, new TextEncoder().encode(patch), 'text/x-patch')
}

function save(name: string, bytes: Uint8Array<ArrayBuffer>, type: string) {
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on it by the next task.
  setTimeout(() => URL.revokeObjectURL(url))
}
