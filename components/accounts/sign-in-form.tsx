'use client'
import { Button } from '@/components/ui/button'
import { Field, FormMessage, Input } from '@/components/ui/field'
import { PasswordInput } from './password-input'
import { type KeptAction, useKeptForm } from './use-kept-form'

export function SignInForm({
  action,
  next,
  email,
  password,
  refusal,
}: {
  action: KeptAction<never>
  /** The path to go to afterwards. */
  next: string
  email?: string
  password?: string
  /** Why an earlier try, through a provider, failed. */
  refusal?: string
}) {
  const { state, pending, form } = useKeptForm(action)
  return (
    <form {...form} className="flex flex-col gap-4">
      <input type="hidden" name="next" value={next} />
      <Field label="E-mail address" error={state.fields.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={state.values?.email ?? email}
          />
        )}
      </Field>
      <Field label="Password" error={state.fields.password}>
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="current-password"
            required
            defaultValue={password}
          />
        )}
      </Field>
      <FormMessage>{state.status === 'idle' ? refusal : state.message}</FormMessage>
      <Button type="submit" look="accent" pending={pending}>
        Sign in
      </Button>
    </form>
  )
}
