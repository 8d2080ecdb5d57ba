'use client'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, FormMessage, Input, Select, Textarea } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { OpeningView } from '@/contracts/views'

/** Invites somebody by handle. What was typed stays when the dialog is closed and opened again. */
export function InviteDialog({
  openings,
  invite,
}: {
  /** Those with a free seat. */
  openings: Pick<OpeningView, 'id' | 'title' | 'seats' | 'filled'>[]
  invite: FormAction
}) {
  const [open, setOpen] = useState(false)
  const [handle, setHandle] = useState('')
  const [chosen, setChosen] = useState('')
  const [message, setMessage] = useState('')
  const { state, pending, run } = useAction(invite)
  const openingId = openings.some((one) => one.id === chosen) ? chosen : (openings[0]?.id ?? '')
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <UserPlus aria-hidden className="size-4" />
        Invite someone
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Invite someone"
        description="They have 14 days to accept. The seat stays open to others until then."
      >
        <form
          className="flex flex-col gap-4"
          noValidate
          onSubmit={async (event) => {
            event.preventDefault()
            const name = handle.trim().replace(/^@/, '')
            if ((await run({ openingId, handle: name, message })).status !== 'ok') return
            setOpen(false)
            setHandle('')
            setMessage('')
            toast(`@${name} is invited`)
          }}
        >
          <Field
            label="Handle"
            error={state.fields.handle}
            hint="As it stands on their profile, such as maya."
          >
            {(control) => (
              <Input
                {...control}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                maxLength={31}
                value={handle}
                onChange={(event) => setHandle(event.target.value)}
              />
            )}
          </Field>
          <Field label="Role" error={state.fields.openingId}>
            {(control) => (
              <Select
                {...control}
                value={openingId}
                onChange={(event) => setChosen(event.target.value)}
              >
                {openings.map((opening) => (
                  <option key={opening.id} value={opening.id}>
                    {opening.title} ({opening.seats - opening.filled} free)
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Message" optional error={state.fields.message}>
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
          {state.status !== 'ok' && <FormMessage>{state.message}</FormMessage>}
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
