import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65535)
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** Where the web process listens. */
  PORT: port.default(3000),
  /** Where the realtime process listens. */
  REALTIME_PORT: port.default(3001),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Absent: one realtime node, and PostgreSQL NOTIFY carries events to it. */
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/ })),
  DATA_DIR: z.string().default('.data'),
  /** Signs the session cookie; shared by both processes. */
  AUTH_SECRET: z.string().min(32, 'needs at least 32 characters'),
  /** The address people type. Absent: any host name on PORT is accepted as its own origin. */
  APP_URL: optional(z.url({ protocol: /^https?$/ })),
  /** Origin at which browsers reach the realtime process. Absent: the page's host name on REALTIME_PORT. */
  REALTIME_URL: optional(z.url({ protocol: /^https?$/ })),
  /** How many reverse proxies in front append to X-Forwarded-For; 0 trusts nothing. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Where files are kept instead of `DATA_DIR/files`: any S3-compatible store; all but the region, or none. */
  S3_ENDPOINT: optional(z.url({ protocol: /^https?$/ })),
  S3_BUCKET: optional(z.string()),
  S3_KEY: optional(z.string()),
  S3_SECRET: optional(z.string()),
  S3_REGION: z
    .string()
    .default('')
    .transform((value) => value || 'auto'),
  GITHUB_ID: optional(z.string()),
  GITHUB_SECRET: optional(z.string()),
  GOOGLE_ID: optional(z.string()),
  GOOGLE_SECRET: optional(z.string()),
  /** "1" while the seeded demo is in use: the sign-in page then offers its logins. */
  PRAJIX_DEMO: z
    .string()
    .default('0')
    .transform((value) => value === '1'),
  /** Opens /metrics to whoever sends it as a bearer token; absent, there is no such page. */
  METRICS_TOKEN: optional(z.string().min(16, 'needs at least 16 characters')),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})
const complete = schema.refine(
  ({ S3_ENDPOINT, S3_BUCKET, S3_KEY, S3_SECRET }) =>
    new Set([S3_ENDPOINT, S3_BUCKET, S3_KEY, S3_SECRET].map(Boolean)).size === 1,
  { path: ['S3_ENDPOINT'], message: 'set S3_ENDPOINT, S3_BUCKET, S3_KEY and S3_SECRET, or none' },
)

export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/**
 * The environment, parsed on first use and never again.
 * Lazily, because a build imports modules long before a database exists.
 * @throws Error with one line per wrong variable.
 */
export function env(): Env {
  if (!parsed) {
    const result = complete.safeParse(process.env)
    if (!result.success) {
      const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      throw new Error(`The environment is not complete.\n${lines.join('\n')}`)
    }
    parsed = result.data
  }
  return parsed
}
