import type { SlashCommand } from './command'

/**
 * The command that a text is, with what is written after its name; null for a text like any other. It stands at
 * the very beginning, and its name is followed by the end, a space or a line break.
 */
export function findCommand<Command extends Pick<SlashCommand, 'name'>>(
  text: string,
  commands: readonly Command[],
): { command: Command; argument: string } | null {
  const found = /^\/(\S+)(?:[ \n]|$)/.exec(text)
  const name = found?.[1]?.toLowerCase()
  const command = commands.find((one) => one.name === name)
  return command ? { command, argument: text.slice(command.name.length + 1).trim() } : null
}

/** The commands whose name may be meant by what stands between a `/` at the very beginning and the caret. */
export function suggestCommands<Command extends Pick<SlashCommand, 'name'>>(
  text: string,
  caret: number,
  commands: readonly Command[],
): { query: string; commands: Command[] } | null {
  const query = /^\/([a-z-]*)$/i.exec(text.slice(0, caret))?.[1]?.toLowerCase()
  if (query === undefined) return null
  return { query, commands: commands.filter(({ name }) => name.startsWith(query)) }
}
