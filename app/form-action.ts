import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { logUnknown } from '@/app/log-unknown'
import { getViewer } from '@/app/session'
import type { FormState } from '@/contracts/form-state'
import { formLimit } from '@/domain/accounts/limits'
import type { Actor } from '@/domain/actor'
import { DomainError, Invalid } from '@/domain/errors'

/**
 * The one translator between forms and use-cases. The returned server action takes any client value,
 * parses it by `schema`, runs `run` for the signed-in person, and answers every domain error as a
 * FormState. `run` may redirect.
 */
export function formAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: (actor: Actor, input: z.output<Schema>) => Promise<Result>,
): (input: unknown) => Promise<FormState<Result>> {
  return async (input) => {
    const actor = await getViewer()
    if (!actor)
      return {
        status: 'signed-out',
        message: 'Your session has ended. Sign in again; what you wrote is kept here.',
        fields: {},
      }
    return answer(
      schema,
      input,
      (parsed) => run(actor, parsed),
      () => formLimit.take(actor.personId),
    )
  }
}

const mostIssues = 100

/** The same for the forms of people who are not signed in. */
export function openFormAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Result>,
): (input: unknown) => Promise<FormState<Result>> {
  return (input) => answer(schema, input, run)
}

async function answer<Schema extends z.ZodType, Result>(
  schema: Schema,
  input: unknown,
  run: (input: z.output<Schema>) => Promise<Result>,
  admit: () => Promise<void> = async () => {},
): Promise<FormState<Result>> {
  try {
    await admit()
    const parsed = schema.safeParse(input instanceof FormData ? Object.fromEntries(input) : input)
    if (!parsed.success) {
      const fields: Record<string, string> = {}
      // A list far beyond its length has an issue per entry; a form shows no more than these.
      for (const issue of parsed.error.issues.slice(0, mostIssues))
        fields[issue.path.join('.')] ??= issue.message
      return { status: 'error', message: 'Some fields need another look.', fields }
    }
    return { status: 'ok', fields: {}, result: await run(parsed.data) }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof DomainError)
      return {
        status: 'error',
        message: error.message,
        fields: error instanceof Invalid ? error.fields : {},
      }
    const errorId = logUnknown(error)
    return {
      status: 'error',
      message: `Something went wrong on our side (${errorId}). Nothing was changed; try again.`,
      fields: {},
    }
  }
}
