'use client'
import { CircleAlert, Hourglass } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/field'
import type { ProposedSkill } from '@/contracts/views'
import type { Proposal } from './use-proposal'

const most = 200

function words(proposed: ProposedSkill, name: string) {
  if (proposed.outcome === 'known')
    return proposed.skill.name === name
      ? `${name} is in the catalogue: choose it from the list.`
      : `“${name}” is in the catalogue as ${proposed.skill.name}: choose that from the list.`
  const others = proposed.supporters - 1
  return [
    `“${proposed.name}” waits for a moderator.`,
    others === 1 && 'One more person wants it.',
    others > 1 && `${others} more people want it.`,
    'You are told what becomes of it.',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What came of proposing a skill, under the field in which it was typed; announced when it comes. */
export function ProposalOutcome({ proposal }: { proposal: Proposal }) {
  const { state, name, pending } = proposal
  const waits = state.status === 'ok' && state.result?.outcome === 'waiting'
  const wrong = state.status === 'error' || state.status === 'signed-out'
  return (
    <div className="flex flex-col gap-2 text-sm empty:hidden">
      <p role="status" className="text-ink-2 empty:hidden">
        {pending && state.status === 'idle' && `Sending “${name}”…`}
        {state.status === 'ok' && state.result && (
          <span className="flex items-start gap-1.5">
            {waits && <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />}
            <span>{words(state.result, name)}</span>
          </span>
        )}
      </p>
      {wrong && (
        <p role="alert" className="flex items-start gap-1.5 text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {Object.values(state.fields)[0] ?? state.message}
        </p>
      )}
      {waits && <Note key={name} proposal={proposal} />}
    </div>
  )
}

/** A word on what it is helps whoever decides; nobody has to. */
function Note({ proposal: { name, send, pending } }: { proposal: Proposal }) {
  const [note, setNote] = useState('')
  const [sent, setSent] = useState('')
  const [open, setOpen] = useState(false)
  const tell = async () => {
    if (!note.trim() || (await send(name, note)).status !== 'ok') return
    setSent(note)
    setOpen(false)
  }
  if (!open)
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-ink-2">
        {sent && <span className="min-w-0 break-words">Your note: {sent}</span>}
        <Button
          look="quiet"
          size="s"
          className="-ml-3"
          // The field that had the focus is gone.
          autoFocus={sent !== ''}
          onClick={() => setOpen(true)}
        >
          {sent ? 'Change the note' : 'Say what it is'}
        </Button>
      </p>
    )
  return (
    <div className="flex flex-wrap gap-2">
      <Input
        aria-label={`What “${name}” is`}
        placeholder="Such as: a build tool"
        className="min-w-40 flex-1"
        maxLength={most}
        value={note}
        autoFocus
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={(event) => {
          // The form around it is not what Enter should send.
          if (event.key !== 'Enter') return
          event.preventDefault()
          void tell()
        }}
      />
      <Button pending={pending} onClick={() => void tell()}>
        Add the note
      </Button>
    </div>
  )
}
