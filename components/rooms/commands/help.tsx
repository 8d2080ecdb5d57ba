'use client'
import { Dialog } from '@/components/ui/dialog'
import type { CommandFormProps, SlashCommand } from './command'
import { CommandList } from './command-list'

function HelpDialog({ place, onDone }: CommandFormProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onDone()} title="Commands">
      <CommandList store={place.store} />
    </Dialog>
  )
}

export const helpCommand: SlashCommand = {
  name: 'help',
  usage: '/help',
  help: 'Lists what can be done with a slash.',
  fits: () => true,
  run: () => ({ kind: 'form' }),
  Form: HelpDialog,
}
