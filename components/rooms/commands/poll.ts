import { checkPoll } from '@/components/polls/check-poll'
import { LazyPollDialog } from '@/components/polls/lazy-poll-dialog'
import { parsePoll } from '@/components/polls/parse-poll'
import { pollLimits } from '@/contracts/inputs'
import type { SlashCommand } from './command'

export const pollCommand: SlashCommand = {
  name: 'poll',
  usage: '/poll Question? | Option | Option',
  help: 'Asks a question with options to choose from.',
  fits: () => true,
  run(argument, { store, threadId }) {
    const draft = parsePoll(argument)
    // Whoever has not written all of it is asked for the rest.
    if (draft.question === '' || draft.options.length < pollLimits.fewest) return { kind: 'form' }
    const checked = checkPoll(draft)
    if ('problems' in checked) {
      const { question, options } = checked.problems
      return { kind: 'problem', message: question ?? Object.values(options)[0] ?? '' }
    }
    store.ask(checked.question, checked.poll, threadId)
    return { kind: 'done' }
  },
  Form: LazyPollDialog,
}
