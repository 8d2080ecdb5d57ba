'use client'
import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { buttonClass, IconButton } from './button'
import { connectToasts } from './toast-queue'

/** How long one has to think about an action, in milliseconds. */
const actionTimeout = 10_000

const manager = Toast.createToastManager()

function Shown() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((one) => (
    <Toast.Root
      key={one.id}
      toast={one}
      className="flex items-start gap-3 rounded-m border border-line-strong bg-surface p-3.5 text-sm shadow-raised transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0"
    >
      <div className="min-w-0 flex-1">
        <Toast.Title className="font-semibold" />
        <Toast.Description className="text-ink-2" />
      </div>
      {one.actionProps && <Toast.Action className={buttonClass('outline', 's', '-my-1')} />}
      <Toast.Close render={<IconButton label="Dismiss" className="-m-1" />}>
        <X aria-hidden className="size-4" />
      </Toast.Close>
    </Toast.Root>
  ))
}

/** Draws what `toast` says; loaded by the Toaster when there is something to say. */
export function ToastView() {
  useEffect(
    () =>
      connectToasts(({ action, ...message }) => {
        if (!action) return manager.add(message)
        const press = () => {
          manager.close(id)
          action.run()
        }
        const actionProps = { children: action.label, onClick: press }
        // None is none that ends.
        const timeout = action.stays ? 0 : actionTimeout
        const id = manager.add({ ...message, timeout, actionProps })
      }),
    [],
  )
  return (
    <Toast.Provider toastManager={manager}>
      <Toast.Portal>
        {/* On a phone the composer stays free. */}
        <Toast.Viewport className="fixed right-4 bottom-28 z-50 flex w-[min(22rem,calc(100vw-2rem))] flex-col gap-2 md:bottom-4">
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}
