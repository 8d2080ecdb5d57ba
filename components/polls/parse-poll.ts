import type { PollInput } from '@/contracts/inputs'

export type PollDraft = { question: string } & PollInput

/** At the beginning of a line of a list. */
const bullet = /^(?:[-*•]|\d{1,2}[.)])\s+/

/**
 * A poll as it is written in one go: the question, then its options, in lines of their own or with bars between
 * them. What is empty is left out.
 */
export function parsePoll(argument: string): PollDraft {
  const inLines = argument.trim().includes('\n')
  const [question = '', ...options] = argument
    .trim()
    .split(inLines ? '\n' : '|')
    .map((part) => part.trim())
  return {
    question,
    options: options
      .map((option) => (inLines ? option.replace(bullet, '') : option))
      .filter((option) => option !== ''),
    multiple: false,
  }
}
