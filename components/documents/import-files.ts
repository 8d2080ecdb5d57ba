import { documentPath } from '@/contracts/documents'
import { freePath } from '@/contracts/free-path'
import type { DocumentDesk } from './document-desk'

const mostCharacters = 200_000

/** Letters that a path cannot have become hyphens, so that a file is not refused for its name. */
function toPath(name: string): string | null {
  const cleaned = name
    .normalize('NFC')
    .split('/')
    .map((part) => part.replace(/[^\p{L}\p{N}._ -]/gu, '-').replace(/^ +/, ''))
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .slice(-6)
    .join('/')
  const path = documentPath.safeParse(cleaned)
  return path.success ? path.data : null
}

/**
 * Makes a file of the room of each text file.
 * @returns a sentence for each that was not taken.
 */
export async function importFiles(
  desk: DocumentDesk,
  files: File[],
  taken: string[],
): Promise<string[]> {
  const problems: string[] = []
  const paths = [...taken]
  for (const file of files) {
    const path = toPath(file.webkitRelativePath || file.name)
    if (!path) {
      problems.push(`${file.name}: this name cannot be a file here.`)
      continue
    }
    const text = file.size <= mostCharacters * 4 ? await file.text() : null
    if (text === null || text.length > mostCharacters) {
      problems.push(`${file.name}: files of up to 200,000 characters can be imported.`)
      continue
    }
    if (text.includes('\0')) {
      problems.push(`${file.name}: this is not a text file.`)
      continue
    }
    const free = freePath(path, paths)
    const answer = await desk.files.create(free, text.replaceAll('\r\n', '\n'))
    if (answer.ok) paths.push(free)
    else problems.push(`${file.name}: ${answer.message}`)
  }
  return problems
}
