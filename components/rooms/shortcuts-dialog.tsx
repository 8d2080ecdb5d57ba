'use client'
import { Dialog } from '@/components/ui/dialog'
import { CommandList } from './commands/command-list'
import { useRoomStore } from './room-context'

const shortcuts = [
  { keys: ['/'], does: 'Search messages' },
  { keys: ['Alt', '↑'], does: 'Go to the room before this one' },
  { keys: ['Alt', '↓'], does: 'Go to the room after this one' },
  { keys: ['↑'], does: 'Edit your last message, while nothing is written' },
  { keys: ['Enter'], does: 'Send' },
  { keys: ['Shift', 'Enter'], does: 'Begin a new line' },
  { keys: ['Shift', 'Tab'], does: 'From the composer to the messages' },
  { keys: ['↑', '↓'], does: 'One message back or on, in the messages' },
  { keys: ['Page Up', 'Page Down'], does: 'A screenful back or on, in the messages' },
  { keys: ['Home', 'End'], does: 'To the first or the last message, in the messages' },
  { keys: ['Esc'], does: 'Back to the composer' },
  { keys: ['Ctrl or ⌘', 'Alt', 'M'], does: 'Ask about what is selected, in the editor' },
  { keys: ['Ctrl or ⌘', 'Alt', 'S'], does: 'Share what is selected in the chat, in the editor' },
  { keys: ['?'], does: 'Show this list' },
]

/** What can be done in a room without a pointer. */
export function ShortcutsDialog({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const store = useRoomStore()
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-sm">
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className="contents">
            <dt className="flex flex-wrap gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="rounded-[4px] border border-line bg-sunken px-1.5 py-0.5 text-xs whitespace-nowrap"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{does}</dd>
          </div>
        ))}
      </dl>
      <section aria-label="Commands" className="flex flex-col gap-3 border-t border-line pt-4">
        <h3 className="font-text text-sm font-semibold tracking-normal">
          At the beginning of a message
        </h3>
        <CommandList store={store} />
      </section>
    </Dialog>
  )
}
