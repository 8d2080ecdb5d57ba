import { messageBodyInput, type PollInput, pollInput, pollLimits } from '@/contracts/inputs'
import type { PollDraft } from './parse-poll'

/** What is wrong with a poll, beside what it is about; `options` by their places. */
export type PollProblems = { question?: string; options: Record<number, string> }

/**
 * A poll as it can be sent, or what keeps it from that. Options that are left empty do not count.
 * @param draft with all fields of a form, filled or not
 */
export function checkPoll(
  draft: PollDraft,
): { question: string; poll: PollInput } | { problems: PollProblems } {
  const filled = draft.options.flatMap((text, at) => (text.trim() ? [{ text, at }] : []))
  const question = messageBodyInput.safeParse(draft.question.trim())
  const poll = pollInput.safeParse({
    options: filled.map(({ text }) => text),
    multiple: draft.multiple,
  })
  const problems: PollProblems = { options: {} }
  if (!question.success) problems.question = question.error.issues[0]?.message
  else if (question.data === '') problems.question = 'Ask a question.'
  for (const { path, message } of poll.error?.issues ?? []) {
    const [, at] = path
    const empty = draft.options.findIndex((text) => !text.trim())
    const field = typeof at === 'number' ? filled[at]?.at : Math.max(empty, 0)
    problems.options[field ?? 0] ??= message
  }
  if (problems.question || !question.success || !poll.success) return { problems }
  return { question: question.data, poll: poll.data }
}

/** The fields of a form for these options: as many as at least are needed, and an empty one behind the last. */
export function fieldsFor(options: string[]): string[] {
  const last = options.findLastIndex((text) => text !== '')
  const wanted = Math.min(Math.max(last + 2, pollLimits.fewest), pollLimits.options)
  return Array.from({ length: Math.max(wanted, last + 1) }, (_, at) => options[at] ?? '')
}
