'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, FormMessage, Select, Textarea } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import type { MessageView } from '@/contracts/realtime'
import { type ReportReason, reportReasons } from '@/contracts/vocabulary'
import { reportWords } from './report-words'
import { useRoomStore } from './room-context'

/** Asks moderators to look at a message. */
export function ReportDialog({
  message,
  onDone,
}: {
  message: MessageView | null
  onDone: () => void
}) {
  const { transport, roomId } = useRoomStore()
  const [reason, setReason] = useState<ReportReason>('harassment')
  const [details, setDetails] = useState('')
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  // The name stays while the dialog fades out.
  const [shown, setShown] = useState(message)
  if (message && message !== shown) setShown(message)

  async function send(event: FormEvent) {
    event.preventDefault()
    if (!message) return
    setPending(true)
    const input = { roomId, messageId: message.id, reason, details }
    const answer = await transport.request('message:report', input)
    setPending(false)
    if (!answer.ok) return setProblem(answer.message)
    setProblem(undefined)
    setDetails('')
    onDone()
    toast('Reported.', 'A moderator looks at it, and you are told what came of it.')
  }
  return (
    <Dialog
      open={message !== null}
      onOpenChange={(open) => !open && onDone()}
      title="Report this message"
      description={`Moderators see it and who reported it; ${shown?.author.name ?? 'its author'} is not told by whom.`}
    >
      <form onSubmit={send} noValidate className="flex flex-col gap-4">
        <Field label="What is wrong with it">
          {(control) => (
            <Select
              {...control}
              value={reason}
              onChange={(event) =>
                setReason((now) => reportReasons.find((one) => one === event.target.value) ?? now)
              }
            >
              {Object.entries(reportWords).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="What a moderator should know" optional>
          {(control) => (
            <Textarea
              {...control}
              value={details}
              maxLength={500}
              rows={3}
              onChange={(event) => setDetails(event.target.value)}
            />
          )}
        </Field>
        <FormMessage>{problem}</FormMessage>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onDone}>Cancel</Button>
          <Button type="submit" look="danger" pending={pending}>
            Report
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
