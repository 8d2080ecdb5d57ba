'use client'
import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { IconButton } from './button'
import { connectToasts } from './toast-queue'

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
      <Toast.Close render={<IconButton label="Dismiss" className="-m-1" />}>
        <X aria-hidden className="size-4" />
      </Toast.Close>
    </Toast.Root>
  ))
}

/** Draws what `toast` says; loaded by the Toaster when there is something to say. */
export function ToastView() {
  useEffect(() => connectToasts((message) => manager.add(message)), [])
  return (
    <Toast.Provider toastManager={manager}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 flex w-[min(22rem,calc(100vw-2rem))] flex-col gap-2">
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}
