'use client'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { v4 as uuid } from 'uuid'
import { GrowingTextarea } from '@/components/rooms/growing-textarea'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { Button } from '@/components/ui/button'
import { controlClass, FormMessage } from '@/components/ui/field'
import { addMarkInput } from '@/contracts/marks'
import { type Asking, useMarksDesk } from './marks-context'

/** Asks about a range of a file. What is typed stays until it was sent, also over Cancel. */
export function AskForm() {
  const { asking, setAsking, focusEditor } = useMarksDesk()
  const [body, setBody] = useState('')
  const [asked, setAsked] = useState('')
  const close = () => {
    setAsking(null)
    focusEditor.current()
  }
  return (
    <>
      {asking && (
        <Form
          asking={asking}
          body={body}
          onBody={setBody}
          onCancel={close}
          onSent={() => {
            setBody('')
            setAsked('Your question is on the code.')
            close()
          }}
        />
      )}
      <p role="status" className="sr-only">
        {!asking && asked}
      </p>
    </>
  )
}

function Form({
  asking,
  body,
  onBody,
  onCancel,
  onSent,
}: {
  asking: Asking
  body: string
  onBody: (body: string) => void
  onCancel: () => void
  onSent: () => void
}) {
  const { transport, roomId } = useRoomStore()
  const { documents } = useRoomView()
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const field = useId()
  // An answer that was lost is asked for again under the same id, as long as it is the same question.
  const tried = useRef<{ words: string; markId: string }>(undefined)
  const path = documents.find(({ id }) => id === asking.documentId)?.path ?? 'A deleted file'
  // biome-ignore lint/correctness/useExhaustiveDependencies: another range is asked about, from the same field.
  useEffect(() => area.current?.focus(), [asking])

  async function send(event?: FormEvent) {
    event?.preventDefault()
    if (pending) return
    const words = JSON.stringify([asking, body])
    if (tried.current?.words !== words) tried.current = { words, markId: uuid() }
    const input = { ...asking, roomId, markId: tried.current.markId, body }
    const parsed = addMarkInput.safeParse(input)
    if (!parsed.success) return setProblem(parsed.error.issues[0]?.message)
    setPending(true)
    setProblem(undefined)
    const answer = await transport.request('mark:add', input)
    setPending(false)
    if (answer.ok) onSent()
    else setProblem(answer.message)
  }
  return (
    <form
      aria-label="Ask about the code"
      onSubmit={(event) => void send(event)}
      className="flex shrink-0 flex-col gap-2 border-t border-line bg-bg p-3"
    >
      <p className="flex min-w-0 gap-2 text-xs text-ink-3">
        <span className="max-w-[50%] shrink-0 truncate font-code" title={path}>
          {path}
        </span>
        <code className="min-w-0 truncate border-l-2 border-accent pl-2 text-ink-2">
          {asking.quote.trim() || 'An empty line'}
        </code>
      </p>
      <div className="flex flex-col gap-1">
        <label htmlFor={field} className="text-sm font-semibold">
          Your question
        </label>
        <GrowingTextarea
          ref={area}
          id={field}
          value={body}
          enterKeyHint="send"
          aria-invalid={problem ? true : undefined}
          onChange={(event) => onBody(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Escape') onCancel()
            else if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault()
              void send()
            }
          }}
          className={`${controlClass} py-2`}
        />
      </div>
      <FormMessage>{problem}</FormMessage>
      <div className="flex justify-end gap-2">
        <Button size="s" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" size="s" look="accent" pending={pending}>
          Ask
        </Button>
      </div>
    </form>
  )
}
