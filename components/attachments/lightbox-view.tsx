'use client'
import { Dialog } from '@base-ui/react/dialog'
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { buttonClass, IconButton } from '@/components/ui/button'
import { attachmentHref } from '@/contracts/attachments'
import { altOf, fileSize } from './file-words'
import type { LightboxProps } from './lightbox-props'

/** One picture as large as the window allows; arrows go to the others of its message, Escape closes. */
export function LightboxView({ pictures, at, onAt }: LightboxProps) {
  // The picture stays while the dialog fades out.
  const [shown, setShown] = useState(at ?? 0)
  if (at !== null && at !== shown) setShown(at)
  const file = pictures[shown]
  if (!file) return null
  const several = pictures.length > 1
  const go = (by: number) => onAt((shown + by + pictures.length) % pictures.length)
  function pressed(event: KeyboardEvent) {
    if (!several || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    go(event.key === 'ArrowLeft' ? -1 : 1)
  }
  return (
    <Dialog.Root open={at !== null} onOpenChange={(open) => !open && onAt(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.01_265/0.6)] transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Dialog.Popup
          onKeyDown={pressed}
          className="fixed inset-2 z-50 flex flex-col overflow-hidden rounded-l border border-line bg-surface shadow-raised outline-none transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0 sm:inset-6"
        >
          <div className="flex items-center gap-3 border-b border-line py-2 pr-2 pl-4">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="truncate font-text text-sm font-semibold">
                {file.name}
              </Dialog.Title>
              <Dialog.Description className="tabular truncate text-xs text-ink-3">
                {several && `${shown + 1} of ${pictures.length} · `}
                {fileSize(file.bytes)}
                {file.alt && ` · ${file.alt}`}
              </Dialog.Description>
            </div>
            <a
              href={attachmentHref(file.id, 'download')}
              download={file.name}
              className={buttonClass('outline', 's')}
            >
              <Download aria-hidden className="size-4" />
              <span className="max-sm:sr-only">Download</span>
            </a>
            <Dialog.Close render={<IconButton label="Close" />}>
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </div>
          <div className="relative flex min-h-0 flex-1 items-center justify-center bg-sunken p-2">
            {/* biome-ignore lint/performance/noImgElement: private, and shown as it is kept */}
            <img
              key={file.id}
              src={attachmentHref(file.id)}
              alt={altOf(file)}
              width={file.picture?.width}
              height={file.picture?.height}
              className="h-auto max-h-full w-auto max-w-full object-contain"
            />
            {several && (
              <>
                <IconButton
                  label="Previous picture"
                  onClick={() => go(-1)}
                  className="absolute left-3 border border-line bg-surface"
                >
                  <ChevronLeft aria-hidden className="size-5" />
                </IconButton>
                <IconButton
                  label="Next picture"
                  onClick={() => go(1)}
                  className="absolute right-3 border border-line bg-surface"
                >
                  <ChevronRight aria-hidden className="size-5" />
                </IconButton>
              </>
            )}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
