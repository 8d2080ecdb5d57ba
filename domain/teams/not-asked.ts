import { sql } from 'drizzle-orm'
import { quietDays } from '@/contracts/vocabulary'

/** What a membership holds while nobody asks whether the member is still here: looked at again in time. */
export const notAsked = {
  askedAt: null,
  unansweredAt: null,
  checkAt: sql`now() + make_interval(days => ${quietDays})`,
}
