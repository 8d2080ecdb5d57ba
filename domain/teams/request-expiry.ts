import { sql } from 'drizzle-orm'
import { requestLifetimeDays } from '@/contracts/vocabulary'

/** When a request made now expires, on the database's clock. */
export const requestExpiry = sql`now() + make_interval(days => ${requestLifetimeDays})`
