'use client'
import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { DeadEnd } from '@/components/shell/dead-end'
import { Button, LinkButton } from '@/components/ui/button'

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const router = useRouter()
  return (
    <DeadEnd
      title="This page could not be shown"
      actions={
        <>
          <Button
            look="accent"
            onClick={() =>
              // The page comes from the server: without asking again, the same failure is shown.
              startTransition(() => {
                router.refresh()
                reset()
              })
            }
          >
            Try again
          </Button>
          <LinkButton href="/">Go to the start</LinkButton>
        </>
      }
    >
      <p>
        Something went wrong on our side. Nothing of yours was changed; trying again often helps.
      </p>
      {error.digest && (
        <p className="text-sm">
          If it stays, tell us this number: <code className="text-ink">{error.digest}</code>
        </p>
      )}
    </DeadEnd>
  )
}
