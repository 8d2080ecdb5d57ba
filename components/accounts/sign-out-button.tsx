import { LogOut } from 'lucide-react'
import { Button } from '@/components/ui/button'

/** Signs out of this device. A plain post: it works without scripts, and the whole page starts afresh. */
export function SignOutButton({ className }: { className?: string }) {
  return (
    <form method="post" action="/sign-out">
      <Button type="submit" look="quiet" className={className}>
        <LogOut aria-hidden className="size-4" />
        Sign out
      </Button>
    </form>
  )
}
