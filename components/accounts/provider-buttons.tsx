import { Button } from '@/components/ui/button'

/** Sign-in through the providers that this installation has keys for; nothing where there are none. */
export function ProviderButtons({
  providers,
  next,
  action,
}: {
  providers: { id: string; name: string }[]
  next: string
  action: (form: FormData) => Promise<void>
}) {
  if (providers.length === 0) return null
  return (
    <section aria-label="Other ways to sign in" className="flex flex-col gap-2.5">
      <p className="flex items-center gap-3 text-xs text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      {providers.map(({ id, name }) => (
        <form key={id} action={action}>
          <input type="hidden" name="provider" value={id} />
          <input type="hidden" name="next" value={next} />
          <Button type="submit" className="w-full">
            Continue with {name}
          </Button>
        </form>
      ))}
    </section>
  )
}
