import { documentPath, maximumDocuments } from '@/contracts/documents'
import { freePath } from '@/contracts/free-path'
import type { DocumentDesk } from './document-desk'

const mostCharacters = 200_000
/** Packed, in bytes; more cannot hold what is allowed unpacked but for waste. */
const largestZip = 32 * 1024 * 1024

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

/** The text of a file, or why it cannot be taken. */
function toText(bytes: Uint8Array): { text: string } | { problem: string } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.includes('\0')) return { problem: 'this is not a text file.' }
    if (text.length > mostCharacters) return tooLong
    return { text: text.replaceAll('\r\n', '\n') }
  } catch {
    return { problem: 'this is not a text file.' }
  }
}
const tooLong = { problem: 'files of up to 200,000 characters can be imported.' }

type Found = { name: string; bytes: Uint8Array }

/** A zip is taken apart; anything else is itself. */
async function open(file: File, problems: string[]): Promise<Found[]> {
  const name = file.webkitRelativePath || file.name
  if (!/\.zip$/i.test(name)) {
    if (file.size <= mostCharacters * 4)
      return [{ name, bytes: new Uint8Array(await file.arrayBuffer()) }]
    problems.push(`${name}: ${tooLong.problem}`)
    return []
  }
  if (file.size > largestZip) {
    problems.push(`${name}: unpacked it is larger than 8 MB.`)
    return []
  }
  const { readZip } = await import('./read-zip')
  const zip = readZip(name, new Uint8Array(await file.arrayBuffer()))
  problems.push(...zip.problems)
  return zip.files
}

/**
 * Makes a file of the room of each text file, and of each that is in a zip.
 * @returns a sentence for each that was not taken.
 */
export async function importFiles(
  desk: Pick<DocumentDesk, 'files'>,
  files: File[],
  taken: string[],
): Promise<string[]> {
  const problems: string[] = []
  const paths = [...taken]
  for (const file of files)
    for (const { name, bytes } of await open(file, problems)) {
      const path = toPath(name)
      const read = toText(bytes)
      if (!path) problems.push(`${name}: this name cannot be a file here.`)
      else if ('problem' in read) problems.push(`${name}: ${read.problem}`)
      else if (paths.length >= maximumDocuments)
        problems.push(`${name}: a room holds ${maximumDocuments} files.`)
      else {
        const free = freePath(path, paths)
        const answer = await desk.files.create(free, read.text)
        if (answer.ok) paths.push(free)
        else problems.push(`${name}: ${answer.message}`)
      }
    }
  return problems
}

/** The first few sentences, and how many more there are. */
export function sumUp(problems: string[]): string {
  const rest = problems.length - 3
  return [...problems.slice(0, 3), ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ')
}
