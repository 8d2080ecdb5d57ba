'use client'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { AttachmentList } from '@/components/attachments/attachment-list'
import { emptyMute, MuteFields } from '@/components/rooms/mute-fields'
import { reportWords } from '@/components/rooms/report-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormMessage } from '@/components/ui/field'
import { RelativeTime } from '@/components/ui/relative-time'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { ReportView } from '@/contracts/views'

/** Where the focus goes when a report leaves the list with the button that was pressed. */
export const reportsHeadingId = 'reports-heading'

/** A reported message with everybody's reasons, and the three answers. */
export function ReportRow({ report, action }: { report: ReportView; action: FormAction }) {
  const { author, body, attachments, options, deleted, where, reports } = report
  const { state, pending, run } = useAction(action)
  const [muting, setMuting] = useState(false)
  const [draft, setDraft] = useState(emptyMute)

  async function decide(input: object, said: string) {
    const answer = await run({ reportId: report.id, ...input })
    if (answer.status !== 'ok') return
    setMuting(false)
    toast(said)
    document.getElementById(reportsHeadingId)?.focus()
  }
  async function mute(event: FormEvent) {
    event.preventDefault()
    await decide({ decision: 'mute', ...draft }, `${author.name} is muted there`)
  }
  const about = <span className="sr-only"> the message of {author.name}</span>
  return (
    <li className="flex flex-col gap-3 py-4 text-sm">
      <div className="flex flex-col gap-1.5">
        <p className="flex flex-wrap items-baseline gap-x-2 text-ink-3">
          <Link
            href={`/@${author.handle}`}
            className="font-display text-lg font-semibold text-ink hover:underline"
          >
            {author.name}
          </Link>
          <span>
            in {where}, <RelativeTime at={report.saidAt} />
          </span>
        </p>
        <blockquote className="max-h-60 max-w-[42rem] overflow-y-auto border-l-2 border-line-strong pl-3 break-words whitespace-pre-wrap">
          {deleted ? <i className="text-ink-3">Its author deleted it meanwhile.</i> : body}
          {options.length > 0 && (
            <ul aria-label="Options of the poll" className="mt-1 list-disc pl-5">
              {options.map((option) => (
                <li key={option}>{option}</li>
              ))}
            </ul>
          )}
          <AttachmentList files={attachments} />
        </blockquote>
        <ul aria-label="Reports" className="flex flex-col gap-0.5 text-ink-2">
          {reports.map(({ name, reason, details }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: reports have no other identity here
            <li key={at} className="break-words">
              {name ?? 'Somebody'}: {reportWords[reason]}
              {details && `. “${details}”`}
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="s"
          pending={pending}
          onClick={() => void decide({ decision: 'dismiss' }, 'The message stays')}
        >
          Leave it{about}
        </Button>
        {!deleted && (
          <Button
            size="s"
            look="danger"
            pending={pending}
            onClick={() => void decide({ decision: 'remove' }, 'The message is removed')}
          >
            Remove{about}
          </Button>
        )}
        <Button size="s" look="danger" onClick={() => setMuting(true)}>
          Mute and remove{about}
        </Button>
      </div>
      {!muting && state.status !== 'ok' && <FormMessage>{state.message}</FormMessage>}
      <Dialog
        open={muting}
        onOpenChange={setMuting}
        title={`Mute ${author.name} in this room`}
        description="The message is removed, and they cannot write there for this time."
      >
        <form onSubmit={mute} noValidate className="flex flex-col gap-4">
          <MuteFields draft={draft} onChange={setDraft} error={state.fields.reason} />
          {state.status !== 'ok' && !state.fields.reason && (
            <FormMessage>{state.message}</FormMessage>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setMuting(false)}>Cancel</Button>
            <Button type="submit" look="danger" pending={pending}>
              Mute and remove
            </Button>
          </div>
        </form>
      </Dialog>
    </li>
  )
}
