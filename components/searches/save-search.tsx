'use client'
import { BellPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, FormMessage, Input } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { SearchFilters } from '@/contracts/searches'
import { maximumSearchName } from '@/contracts/vocabulary'

/** Keeps the filters of the list under a name. */
export function SaveSearch({
  filters,
  words,
  save,
}: {
  filters: SearchFilters
  /** What the filters say: the name to begin with. */
  words: string
  save: FormAction
}) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState<string | null>(null)
  const { state, pending, run } = useAction(save)
  const shown = name ?? words.slice(0, maximumSearchName)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if ((await run({ name: shown, filters })).status !== 'ok') return
    setOpen(false)
    setName(null)
    toast('The search is saved')
  }
  return (
    <>
      <Button size="s" onClick={() => setOpen(true)}>
        <BellPlus aria-hidden className="size-4" />
        Save search
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Save this search"
        description="When a new project matches, it is told under News on your home page."
      >
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <Field label="Name" error={state.fields.name}>
            {(control) => (
              <Input
                {...control}
                value={shown}
                maxLength={maximumSearchName}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          {state.status !== 'ok' && (
            <FormMessage>{state.fields.filters ?? state.message}</FormMessage>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" look="accent" pending={pending}>
              Save
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
