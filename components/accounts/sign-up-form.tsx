'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, FormMessage, Input } from '@/components/ui/field'
import { handleFromName } from '@/contracts/handle-from-name'
import { PasswordInput } from './password-input'
import { PasswordMeter, passwordHint } from './password-strength'
import { SignInForm } from './sign-in-form'
import { type KeptAction, useKeptForm } from './use-kept-form'

/**
 * Signs up, then offers to sign in with what was just typed. The two are apart on purpose: the answer
 * to signing up is the same whether or not the address had an account.
 */
export function SignUpForm({
  action,
  signIn,
  next,
}: {
  action: KeptAction<never>
  signIn: KeptAction<never>
  next: string
}) {
  const { state, pending, form } = useKeptForm(action)
  const [name, setName] = useState(state.values?.name ?? '')
  const [handle, setHandle] = useState(state.values?.handle)
  const [email, setEmail] = useState(state.values?.email ?? '')
  const [password, setPassword] = useState('')
  const [timeZone, setTimeZone] = useState('UTC')
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  // Follows the name until the person writes a handle of their own.
  const suggested = handle ?? (name.trim() ? handleFromName(name) : '')

  if (state.status === 'ok')
    return (
      <div className="flex flex-col gap-4">
        <FormMessage tone="good">
          Your account is ready, unless this address already had one: then its old password still
          holds. Sign in to go on.
        </FormMessage>
        {/* Whoever was on the way to a page gets there; home offers the first questions, too. */}
        <SignInForm
          action={signIn}
          next={next === '/' ? '/welcome' : next}
          email={email}
          password={password}
        />
      </div>
    )
  return (
    <form {...form} className="flex flex-col gap-4">
      <input type="hidden" name="timeZone" value={timeZone} />
      <Field label="Name" error={state.fields.name}>
        {(control) => (
          <Input
            {...control}
            name="name"
            autoComplete="name"
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Handle"
        hint={`Your public page will be /@${suggested || 'handle'}`}
        error={state.fields.handle}
      >
        {(control) => (
          <Input
            {...control}
            name="handle"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={suggested}
            onChange={(event) => setHandle(event.target.value)}
          />
        )}
      </Field>
      <Field label="E-mail address" hint="Nobody else sees it." error={state.fields.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-col gap-1.5">
        <Field label="Password" hint={passwordHint(password.length)} error={state.fields.password}>
          {(control) => (
            <PasswordInput
              {...control}
              name="password"
              autoComplete="new-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <PasswordMeter length={password.length} />
      </div>
      <FormMessage>{state.message}</FormMessage>
      <Button type="submit" look="accent" pending={pending}>
        Create account
      </Button>
    </form>
  )
}
