import { type StructuredPatchHunk, structuredPatch } from 'diff'
import type { CoAuthor } from '@/contracts/versions'

export type PatchFile = { path: string; text: string }
type Commit = {
  author: CoAuthor
  /** Everybody else who typed. */
  coAuthors: CoAuthor[]
  subject: string
  date: Date
}

/**
 * A mail that `git am` takes, from `before` to `after`: files are told apart by their paths alone, as the
 * repository does that it is applied to. Null when nothing differs.
 */
export function makePatch(before: PatchFile[], after: PatchFile[], commit: Commit): string | null {
  const [old, fresh] = [byPath(before), byPath(after)]
  const paths = [...new Set([...old.keys(), ...fresh.keys()])].sort()
  const diffs = paths.flatMap((path) => fileDiff(path, old.get(path), fresh.get(path)))
  if (diffs.length === 0) return null
  return `${head(commit)}---\n\n${diffs.join('')}-- \nPrajix\n`
}

const byPath = (files: PatchFile[]) => new Map(files.map(({ path, text }) => [path, text]))

function head({ author, coAuthors, subject, date }: Commit): string {
  const { id } = author
  const trailers = coAuthors
    .filter((one) => one.id !== id)
    .map(({ name, email }) => `Co-authored-by: ${plain(name)} <${email}>\n`)
  return [
    // git wants a commit's name here, and reads nothing from it.
    `From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001`,
    `From: ${phrase(plain(author.name))} <${author.email}>`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Subject: ${encodeWords(`[PATCH] ${subject.replace(/\s+/g, ' ').trim()}`)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Written together on Prajix.',
    '',
    trailers.join(''),
  ].join('\n')
}

/** A name cannot end the line or the address that it stands before. */
const plain = (name: string) => name.replace(/[\s<>]+/g, ' ').trim() || 'Somebody'

const isAscii = (text: string) => /^[ -~]*$/.test(text)

function phrase(name: string): string {
  if (!isAscii(name)) return encodeWords(name)
  return /^[\w .'-]+$/.test(name) && !name.includes('.')
    ? name
    : `"${name.replace(/(["\\])/g, '\\$1')}"`
}

/** RFC 2047: words of at most 75 characters, each whole letters. */
function encodeWords(text: string): string {
  if (isAscii(text)) return text
  const words: string[] = []
  let bytes: number[] = []
  const encoder = new TextEncoder()
  const close = () => {
    if (bytes.length > 0) words.push(`=?UTF-8?B?${btoa(String.fromCharCode(...bytes))}?=`)
    bytes = []
  }
  for (const letter of text) {
    const more = encoder.encode(letter)
    if (bytes.length + more.length > 42) close()
    bytes.push(...more)
  }
  close()
  return words.join('\n ')
}

/** Names of git's objects for nothing and for an empty file; without them an empty file says nothing. */
const nothing = '0'.repeat(7)
const empty = 'e69de29'

function fileDiff(path: string, old: string | undefined, fresh: string | undefined): string[] {
  if (old === fresh) return []
  const lines = [`diff --git a/${path} b/${path}`]
  if (old === undefined) lines.push('new file mode 100644')
  if (fresh === undefined) lines.push('deleted file mode 100644')
  if ((old ?? '') === (fresh ?? ''))
    lines.push(old === undefined ? `index ${nothing}..${empty}` : `index ${empty}..${nothing}`)
  // A name with spaces ends with a tab, or git would not know where.
  const tab = path.includes(' ') ? '\t' : ''
  const hunks = hunksOf(old ?? '', fresh ?? '')
  if (hunks.length > 0)
    lines.push(
      old === undefined ? '--- /dev/null' : `--- a/${path}${tab}`,
      fresh === undefined ? '+++ /dev/null' : `+++ b/${path}${tab}`,
    )
  for (const { oldStart, oldLines, newStart, newLines, lines: changed } of hunks) {
    // An empty side begins before its first line.
    const from = `${oldLines === 0 ? oldStart - 1 : oldStart},${oldLines}`
    const to = `${newLines === 0 ? newStart - 1 : newStart},${newLines}`
    lines.push(`@@ -${from} +${to} @@`, ...changed)
  }
  return [`${lines.join('\n')}\n`]
}

/** Milliseconds after which a file that differs in every line is replaced as a whole. */
const timeout = 3_000

function hunksOf(old: string, fresh: string): StructuredPatchHunk[] {
  const found = structuredPatch('', '', old, fresh, '', '', { context: 3, timeout })
  if (found) return found.hunks
  const removed = structuredPatch('', '', old, '').hunks
  const added = structuredPatch('', '', '', fresh).hunks
  const [from, to] = [removed[0], added[0]]
  if (!from || !to) return [...removed, ...added]
  const lines = [...from.lines, ...to.lines]
  return [{ ...from, newStart: to.newStart, newLines: to.newLines, lines }]
}
