import { z } from 'zod'
import { id } from './inputs'

/** Who a person is on a message, a mark or in a presence list. `line` (1–5) picks the avatar's colour. */
export const personView = z.object({
  id,
  handle: z.string(),
  name: z.string(),
  line: z.number().int().min(1).max(5),
})
export type PersonView = z.infer<typeof personView>
