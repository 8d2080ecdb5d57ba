'use client'
import { Button } from '@/components/ui/button'

/** At an end of the messages at hand: more follow by scrolling; this says when that failed, and tries again. */
export function PageButton({
  which,
  failed,
  pending,
  onLoad,
}: {
  which: 'older' | 'newer'
  failed: boolean
  pending: boolean
  onLoad: () => void
}) {
  return (
    <div className="flex flex-col items-center gap-2 py-3">
      {failed && (
        <p role="alert" className="text-ink-2">
          {which === 'older' ? 'Older' : 'Newer'} messages could not be read.
        </p>
      )}
      <Button size="s" look="quiet" pending={pending} onClick={onLoad}>
        {failed ? 'Try again' : `Show ${which} messages`}
      </Button>
    </div>
  )
}
