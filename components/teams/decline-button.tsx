'use client'
import { useState } from 'react'
import { Button, type ButtonSize } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, FormMessage, Textarea } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'

/** Declines with a reason, if one is given; the other side reads it. */
export function DeclineButton({
  action,
  input,
  title,
  description,
  size = 's',
  className,
}: {
  action: FormAction
  /** What names the request; the reason is added. */
  input: Record<string, string>
  title: string
  description: string
  size?: ButtonSize
  className?: string
}) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { state, pending, run } = useAction(action)
  return (
    <>
      <Button size={size} className={className} onClick={() => setOpen(true)}>
        Decline
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title} description={description}>
        <form
          className="flex flex-col gap-4"
          onSubmit={async (event) => {
            event.preventDefault()
            if ((await run({ ...input, reason })).status !== 'ok') return
            setOpen(false)
            toast('Declined')
          }}
        >
          <Field label="Reason" optional error={state.fields.reason}>
            {(control) => (
              <Textarea
                {...control}
                rows={3}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          {state.status !== 'ok' && <FormMessage>{state.message}</FormMessage>}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" look="danger" pending={pending}>
              Decline
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
