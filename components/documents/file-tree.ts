import type { DocumentView } from '@/contracts/documents'

export type Folder = { name: string; path: string; folders: Folder[]; files: DocumentView[] }

export const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** Files by the folders that their paths name; `documents` are sorted by path. */
export function buildFileTree(documents: DocumentView[]): Folder {
  const root: Folder = { name: '', path: '', folders: [], files: [] }
  for (const document of documents) {
    let folder = root
    for (const name of document.path.split('/').slice(0, -1)) {
      let inside = folder.folders.find((one) => one.name === name)
      if (!inside) {
        inside = {
          name,
          path: folder.path ? `${folder.path}/${name}` : name,
          folders: [],
          files: [],
        }
        folder.folders.push(inside)
      }
      folder = inside
    }
    folder.files.push(document)
  }
  return root
}
