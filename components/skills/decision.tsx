'use client'
import { type ReactNode, useState } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormMessage } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'

/** Where the focus goes when a proposal leaves the list with the button that was pressed. */
export const proposalsHeadingId = 'proposals-heading'

/** A button that opens the form of one decision; `children` are its fields, given what is wrong with them. */
export function Decision({
  name,
  label,
  look,
  title,
  description,
  confirm,
  action,
  input,
  done,
  children,
}: {
  /** Of the proposal: many buttons of the page have the same label. */
  name: string
  label: string
  look?: ButtonLook
  title: string
  description: ReactNode
  confirm: { label: string; look: ButtonLook }
  action: FormAction
  input: () => unknown
  done: string
  children: (errors: Record<string, string>) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const { state, pending, run } = useAction(action)
  const fields = Object.keys(state.fields).length > 0
  return (
    <>
      <Button size="s" look={look} onClick={() => setOpen(true)}>
        {label}
        <span className="sr-only"> “{name}”</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title} description={description}>
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={async (event) => {
            event.preventDefault()
            if ((await run(input())).status !== 'ok') return
            setOpen(false)
            toast(done)
            document.getElementById(proposalsHeadingId)?.focus()
          }}
        >
          {children(state.fields)}
          {state.status !== 'ok' && !fields && <FormMessage>{state.message}</FormMessage>}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" look={confirm.look} pending={pending}>
              {confirm.label}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
