/** What a form's server action answers; the form shows it and keeps what was typed. */
export type FormState<Result = undefined> = {
  status: 'idle' | 'ok' | 'error' | 'signed-out'
  /** One sentence about the whole form. */
  message?: string
  /** What is wrong, by field path such as `openings.0.title`. */
  fields: Record<string, string>
  result?: Result
  /** What was typed: only where a form may be posted before the page's scripts run. */
  values?: Record<string, string>
}
export const idle: FormState<never> = { status: 'idle', fields: {} }
/** A server action as a client component receives it. */
export type FormAction<Result = unknown> = (input: unknown) => Promise<FormState<Result>>
