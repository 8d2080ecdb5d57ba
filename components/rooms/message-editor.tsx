'use client'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/field'
import { maximumMessageLength } from '@/contracts/inputs'
import type { MessageView } from '@/contracts/realtime'
import { useMentionSource } from './mention-source'
import { useMessageActions } from './message-actions'
import { useRoomStore } from './room-context'
import { SuggestingTextarea } from './suggesting-textarea'

/** Changes a message in its place. What was typed stays until the server has taken it. */
export function MessageEditor({ message }: { message: MessageView }) {
  const store = useRoomStore()
  const actions = useMessageActions()
  const [body, setBody] = useState(message.body)
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const mentions = useMentionSource()
  const sources = useMemo(() => [mentions], [mentions])
  useEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length)
  }, [])

  async function save(event?: FormEvent) {
    event?.preventDefault()
    if (pending) return
    if (!body.trim()) return setProblem('Write something, or delete the message instead.')
    if (body === message.body) return actions.stopEditing()
    setPending(true)
    const refusal = await store.edit(message.id, body)
    setPending(false)
    if (refusal) setProblem(refusal)
    else actions.stopEditing()
  }

  return (
    <form onSubmit={save} className="mt-1 flex flex-col gap-2">
      <SuggestingTextarea
        ref={area}
        sources={sources}
        aria-label="Edit your message"
        value={body}
        maxLength={maximumMessageLength}
        onText={setBody}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            actions.stopEditing()
          } else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            void save()
          }
        }}
        className="w-full rounded-s border border-control bg-surface px-3 py-2 text-md sm:text-sm"
      />
      <FormMessage>{problem}</FormMessage>
      <div className="flex gap-2">
        <Button type="submit" look="accent" size="s" pending={pending}>
          Save
        </Button>
        <Button look="quiet" size="s" onClick={() => actions.stopEditing()}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
