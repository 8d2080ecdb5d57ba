import { readNow } from '@/components/runs/read-now'
import type { DocumentView } from '@/contracts/documents'
import { maximumMessageLength } from '@/contracts/inputs'
import { type LineRange, parseLines } from '@/contracts/room-links'
import { quoteLines, quoteMessage } from '../code-quote'
import type { RoomStore } from '../room-store'
import { closePaths } from './close-paths'
import type { CommandPlace, CommandResult, SlashCommand } from './command'

/** Lines that are shown when none are named. */
const firstLines = 20

/** A file's path, and its lines if they are named: `src/main.ts:12-18`. */
export function readPlace(argument: string): { path: string; lines: LineRange | null } {
  const found = /^(.+?):(\d+(?:[-–]\d+)?)$/.exec(argument)
  const lines = parseLines(found?.[2] ?? '')
  return lines && found?.[1] ? { path: found[1].trim(), lines } : { path: argument, lines: null }
}

/** A file by its path, or by the end of it where that is one file's alone. */
function findFile(path: string, documents: DocumentView[]): DocumentView | undefined {
  const exact = documents.find((one) => one.path === path)
  if (exact) return exact
  const wanted = path.toLowerCase()
  const found = documents.filter((one) => `/${one.path}`.toLowerCase().endsWith(`/${wanted}`))
  return found.length === 1 ? found[0] : undefined
}

const problem = (message: string): CommandResult => ({ kind: 'problem', message })

function block(language: string, code: string): CommandResult {
  const before = `\`\`\`${language}\n${code}`
  return { kind: 'write', text: `${before}\n\`\`\`\n`, caret: before.length }
}

function noFile(path: string, { kind, getView }: RoomStore): CommandResult {
  const { documents } = getView()
  if (kind !== 'project')
    return problem('Only the rooms of projects have files. Write /code alone.')
  if (documents.length === 0) return problem('This room has no files yet. Make one in the editor.')
  const close = closePaths(
    path,
    documents.map((one) => one.path),
  )
  const said = `There is no file ${path} here.`
  return problem(
    close.length > 0
      ? `${said} Did you mean ${close.join(' or ')}?`
      : `${said} Write its path as it stands in the list of files.`,
  )
}

async function showCode(argument: string, { store }: CommandPlace): Promise<CommandResult> {
  if (argument === '') return block('', '')
  const rest = /^([\w+#-]*)\n([\s\S]*)$/.exec(argument)
  if (rest) return block(rest[1] ?? '', rest[2] ?? '')
  const { documents } = store.getView()
  const { path, lines } = readPlace(argument)
  const file = findFile(path, documents)
  // One word that no file has for its name is a language.
  if (!file && !lines && /^[\w+#-]{1,20}$/.test(argument)) return block(argument, '')
  if (!file) return noFile(path, store)
  const text = await readNow(store, file.id)
  if (text === null)
    return problem(`${file.path} could not be read. Check your connection and try again.`)
  if (text.trim() === '') return problem(`${file.path} is empty. Write something into it first.`)
  // What the editor counts as a line is one here, too.
  const count = text.split('\n').length
  if (lines && lines.from > count)
    return problem(
      `${file.path} has ${count} ${count === 1 ? 'line' : 'lines'}. Name lines that it has.`,
    )
  const shown = lines ?? { from: 1, to: firstLines }
  const quote = quoteLines({ documentId: file.id, path: file.path }, text, shown)
  return { kind: 'send', body: quoteMessage(store.roomId, quote, maximumMessageLength) }
}

export const codeCommand: SlashCommand = {
  name: 'code',
  usage: '/code path/of/file.ts:12-18',
  help: 'Shows lines of a shared file; alone or with a language, begins a block of code.',
  fits: () => true,
  run: showCode,
}
