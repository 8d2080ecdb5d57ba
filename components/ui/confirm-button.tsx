'use client'
import { type ReactNode, useState } from 'react'
import { Button, type ButtonLook, type ButtonSize } from './button'
import { Dialog } from './dialog'
import { FormMessage } from './field'

/**
 * A button for what cannot be undone: it says what will happen and asks once.
 * `run` resolves to an error sentence, or to nothing when it worked.
 */
export function ConfirmButton({
  label,
  title,
  description,
  confirmLabel,
  look = 'outline',
  size,
  className,
  icon,
  run,
  children,
}: {
  label: string
  title: string
  description: ReactNode
  confirmLabel: string
  look?: ButtonLook
  size?: ButtonSize
  className?: string
  icon?: ReactNode
  run: () => Promise<string | undefined>
  children?: ReactNode
}) {
  const [open, setOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<string>()
  async function confirm() {
    setPending(true)
    setError(undefined)
    try {
      const problem = await run()
      if (problem) setError(problem)
      else setOpen(false)
    } catch {
      setError('The server could not be reached. Check your connection and try again.')
    } finally {
      setPending(false)
    }
  }
  return (
    <>
      <Button look={look} size={size} className={className} onClick={() => setOpen(true)}>
        {icon}
        {label}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title} description={description}>
        {children}
        <FormMessage>{error}</FormMessage>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button look="danger" pending={pending} onClick={confirm}>
            {confirmLabel}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
