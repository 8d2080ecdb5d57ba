/** Errors by field path, as FormState carries them. */
export type FieldErrors = Record<string, string>

/** The first error at this path or below it: `openings.0.skills` also hears of `openings.0.skills.1.slug`. */
export function errorAt(errors: FieldErrors, path: string): string | undefined {
  if (errors[path]) return errors[path]
  const below = Object.keys(errors).find((key) => key.startsWith(`${path}.`))
  return below ? errors[below] : undefined
}

/** What is left once the field at this path has been changed. */
export function withoutErrorsAt(errors: FieldErrors, path: string): FieldErrors {
  const left = Object.entries(errors).filter(([key]) => key !== path && !key.startsWith(`${path}.`))
  return left.length === Object.keys(errors).length ? errors : Object.fromEntries(left)
}

/**
 * Moves the focus to the first control, in reading order, whose `data-field` has an error. A control
 * inside the field (a checkbox of a group, say) takes it where the field itself cannot.
 */
export function focusFirstError(form: HTMLElement | null, errors: FieldErrors) {
  const paths = Object.keys(errors)
  for (const field of form?.querySelectorAll<HTMLElement>('[data-field]') ?? []) {
    const path = field.dataset.field ?? ''
    const isGroup = field.querySelector('[data-field]') !== null
    if (!paths.some((one) => one === path || (!isGroup && one.startsWith(`${path}.`)))) continue
    const target = field.matches('input, textarea, select, button')
      ? field
      : field.querySelector<HTMLElement>('input:not([tabindex="-1"]), button, select')
    if (!target) continue
    target.focus()
    return
  }
}
