'use client'
import { LogOut } from 'lucide-react'
import type { FormEvent } from 'react'
import { forgetSavedCopies } from '@/components/documents/kept-copies'
import { Button } from '@/components/ui/button'

/** Nobody waits longer than this to be signed out, in milliseconds. */
const patience = 1_000

/**
 * Signs out of this device. A plain post: it works without scripts, and the whole page starts afresh. With
 * scripts, the copies of files that this browser keeps go first.
 */
export function SignOutButton({ personId, className }: { personId: string; className?: string }) {
  async function forgetFirst(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const forgotten = forgetSavedCopies(personId).catch(() => {})
    await Promise.race([forgotten, new Promise((resolve) => setTimeout(resolve, patience))])
    form.submit()
  }
  return (
    <form method="post" action="/sign-out" onSubmit={(event) => void forgetFirst(event)}>
      <Button type="submit" look="quiet" className={className}>
        <LogOut aria-hidden className="size-4" />
        Sign out
      </Button>
    </form>
  )
}
