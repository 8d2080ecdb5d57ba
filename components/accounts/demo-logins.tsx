'use client'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/field'
import { type KeptAction, useKeptForm } from './use-kept-form'

type Login = { role: 'owner' | 'newcomer'; email: string; password: string; name: string }

const roles: Record<Login['role'], string> = {
  owner: 'Leads a team, with requests to answer',
  newcomer: 'Has just set out on the roadmap',
}

/** The logins of the seeded demo, one press each. */
export function DemoLogins({
  logins,
  next,
  action,
}: {
  logins: readonly Login[]
  next: string
  action: KeptAction<never>
}) {
  if (logins.length === 0) return null
  return (
    <section
      aria-labelledby="demo-logins"
      className="flex flex-col gap-3 rounded-m border border-line bg-surface p-4"
    >
      <h2 id="demo-logins" className="text-md">
        Look around as
      </h2>
      <ul className="flex flex-col gap-3">
        {logins.map((login) => (
          <li key={login.email}>
            <DemoLogin login={login} next={next} action={action} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function DemoLogin({
  login,
  next,
  action,
}: {
  login: Login
  next: string
  action: KeptAction<never>
}) {
  const { state, pending, form } = useKeptForm(action)
  return (
    <form {...form} className="flex flex-col gap-2">
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="email" value={login.email} />
      <input type="hidden" name="password" value={login.password} />
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0 text-sm">
          <span className="font-semibold">{login.name}</span>
          <span className="block text-ink-2">{roles[login.role]}</span>
          <span className="block break-all font-code text-xs text-ink-3">{login.email}</span>
          <span className="block break-all font-code text-xs text-ink-3">{login.password}</span>
        </p>
        <Button
          type="submit"
          size="s"
          pending={pending}
          aria-label={`Sign in as ${login.name}`}
          className="shrink-0"
        >
          Sign in
        </Button>
      </div>
      <FormMessage>{state.message}</FormMessage>
    </form>
  )
}
