'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import type { MessageView } from '@/contracts/realtime'
import { emptyMute, MuteFields } from './mute-fields'
import { useRoomStore } from './room-context'

/** Takes the right to write here from the author of a message. */
export function MuteDialog({
  message,
  onDone,
}: {
  message: MessageView | null
  onDone: () => void
}) {
  const { transport, roomId } = useRoomStore()
  const [draft, setDraft] = useState(emptyMute)
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  const [shown, setShown] = useState(message)
  if (message && message !== shown) setShown(message)
  const name = shown?.author.name ?? ''

  async function mute(event: FormEvent) {
    event.preventDefault()
    if (!message) return
    setPending(true)
    const input = { roomId, personId: message.author.id, ...draft }
    const answer = await transport.request('member:mute', input)
    setPending(false)
    if (!answer.ok) return setProblem(answer.message)
    setProblem(undefined)
    setDraft(emptyMute)
    onDone()
    toast(`${name} is muted`, 'You can lift it from the room’s options.')
  }
  return (
    <Dialog
      open={message !== null}
      onOpenChange={(open) => !open && onDone()}
      title={`Mute ${name}`}
      description="They can read this room but not write, react or change anything in it. They are told why; nobody else here is."
    >
      <form onSubmit={mute} noValidate className="flex flex-col gap-4">
        <MuteFields draft={draft} onChange={setDraft} error={problem} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onDone}>Cancel</Button>
          <Button type="submit" look="danger" pending={pending}>
            Mute
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
