'use client'
import { Plus, X } from 'lucide-react'
import type { FieldErrors } from '@/components/projects/field-errors'
import { Button, IconButton } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'

const most = 5

/** Web addresses of a person: their site, their code. */
export function LinksEditor({
  links,
  errors,
  onChange,
}: {
  links: string[]
  errors: FieldErrors
  onChange: (links: string[]) => void
}) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-display text-lg font-semibold">Links</legend>
      {links.map((link, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link being typed has no other identity
        <div key={place} className="flex items-start gap-2">
          <Field label={`Link ${place + 1}`} error={errors[`links.${place}`]} className="flex-1">
            {(control) => (
              <Input
                {...control}
                data-field={`links.${place}`}
                type="url"
                inputMode="url"
                placeholder="https://"
                value={link}
                onChange={(event) =>
                  onChange(links.map((each, at) => (at === place ? event.target.value : each)))
                }
              />
            )}
          </Field>
          <IconButton
            label={`Take link ${place + 1} off`}
            className="mt-7 sm:mt-8"
            onClick={() => onChange(links.filter((_, at) => at !== place))}
          >
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      {links.length < most && (
        <Button size="s" className="self-start" onClick={() => onChange([...links, ''])}>
          <Plus aria-hidden className="size-4" />
          Add a link
        </Button>
      )}
    </fieldset>
  )
}
