'use client'
import './globals.css'
import { DeadEnd } from '@/components/shell/dead-end'
import { buttonClass } from '@/components/ui/button'

/** When even the frame of the site fails: stands alone, and a full reload is the way back. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Something went wrong · Prajix</title>
        <main>
          <DeadEnd
            title="Prajix could not be shown"
            actions={
              <button
                type="button"
                className={buttonClass('accent')}
                onClick={() => window.location.reload()}
              >
                Load the page again
              </button>
            }
          >
            <p>Something went wrong on our side. Nothing of yours was changed.</p>
            {error.digest && (
              <p className="text-sm">
                If it stays, tell us this number: <code className="text-ink">{error.digest}</code>
              </p>
            )}
          </DeadEnd>
        </main>
      </body>
    </html>
  )
}
