import { demoLogins } from '@/db/seed/demo-logins'
import { env } from '@/env'

export type DemoLogin = (typeof demoLogins)[number]

/** Logins that anybody may use; none unless this is the seeded demo. */
export const listDemoLogins = (): readonly DemoLogin[] => (env().PRAJIX_DEMO ? demoLogins : [])
