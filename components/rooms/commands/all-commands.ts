import type { SlashCommand } from './command'
import { commands } from './commands'
import { helpCommand } from './help'

/** In the order in which they are suggested. */
export const allCommands: readonly SlashCommand[] = [...commands, helpCommand]
