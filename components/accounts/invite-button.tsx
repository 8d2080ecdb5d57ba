'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, FormMessage, Select, Textarea } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { ProfilePage } from '@/contracts/views'

/** Offers this person a free seat of one's own teams. */
export function InviteButton({
  handle,
  name,
  seats,
  action,
}: {
  handle: string
  name: string
  seats: ProfilePage['viewer']['canInviteTo']
  action: FormAction
}) {
  const [open, setOpen] = useState(false)
  const [openingId, setOpeningId] = useState(seats[0]?.openingId ?? '')
  const [message, setMessage] = useState('')
  const { state, pending, run } = useAction(action)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if ((await run({ openingId, handle, message })).status !== 'ok') return
    setOpen(false)
    setMessage('')
    toast(`${name} is invited`)
  }

  return (
    <>
      <Button look="accent" onClick={() => setOpen(true)}>
        Invite to a project
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Invite ${name}`}>
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <Field label="Seat" error={state.fields.openingId}>
            {(control) => (
              <Select
                {...control}
                value={openingId}
                onChange={(event) => setOpeningId(event.target.value)}
              >
                {seats.map((seat) => (
                  <option key={seat.openingId} value={seat.openingId}>
                    {seat.label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field
            label="Message"
            optional
            hint="Why you thought of them."
            error={state.fields.message}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={4}
                maxLength={1000}
                value={message}
                onChange={(event) => setMessage(event.target.value)}
              />
            )}
          </Field>
          <FormMessage>{state.status === 'ok' ? undefined : state.message}</FormMessage>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" look="accent" pending={pending}>
              Send invitation
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
