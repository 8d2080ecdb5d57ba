import { codeCommand } from './code'
import type { SlashCommand } from './command'
import { pollCommand } from './poll'
import { remindCommand } from './remind'
import { taskCommand } from './task'

/** What a `/` at the very beginning of a message can mean, beside help on it. A new one is a line here. */
export const commands: readonly SlashCommand[] = [
  taskCommand,
  pollCommand,
  remindCommand,
  codeCommand,
]
