import { z } from 'zod'
import { id, type PollInput, pollLimits } from './inputs'

export const pollView = z.object({
  /** In the order that their author gave them. */
  options: z.array(
    z.object({
      text: z.string(),
      /** Who chose it, in the order of their ids. */
      personIds: z.array(id),
    }),
  ),
  /** Whether one person may choose several. */
  multiple: z.boolean(),
  closed: z.boolean(),
})
export type PollView = z.infer<typeof pollView>

/** Places of options, from 0. */
export const pollChoices = z.array(
  z
    .number()
    .int()
    .min(0)
    .max(pollLimits.options - 1),
)
/** All that its person chooses from now on; nothing: the vote is taken back. */
export const votePollInput = z.object({
  roomId: id,
  messageId: id,
  choices: pollChoices
    .max(pollLimits.options)
    .transform((choices) => [...new Set(choices)].sort((one, other) => one - other)),
})
export type VotePollInput = z.infer<typeof votePollInput>

/** A poll that nobody has voted in. */
export const startPoll = ({ options, multiple }: PollInput): PollView => ({
  options: options.map((text) => ({ text, personIds: [] })),
  multiple,
  closed: false,
})

/** A poll after somebody's vote: their whole choice, so that a repeat changes nothing. */
export const castVote = (poll: PollView, personId: string, choices: number[]): PollView => ({
  ...poll,
  options: poll.options.map(({ text, personIds }, at) => {
    const others = personIds.filter((one) => one !== personId)
    return { text, personIds: choices.includes(at) ? [...others, personId].sort() : others }
  }),
})
