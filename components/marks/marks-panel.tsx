'use client'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { useRoomPlaces } from '@/components/rooms/room-places'
import { useKept } from '@/components/rooms/use-kept'
import { Button } from '@/components/ui/button'
import type { MarkView } from '@/contracts/marks'
import { DeleteMarkDialog } from './delete-mark-dialog'
import { MarkRow } from './mark-row'
import { useMarksDesk } from './marks-context'
import { useMarkActions } from './use-mark-actions'
import { useMarkLines } from './use-mark-lines'

/** The open questions on all files of the room, under the files. */
export function MarksPanel({ onGone }: { onGone: () => void }) {
  const { me } = useRoomStore()
  const { marks, documents, people } = useRoomView()
  const { go } = useRoomPlaces()
  const { ask } = useMarksDesk()
  const [deleting, setDeleting] = useState<MarkView | null>(null)
  const actions = useMarkActions()
  const lines = useMarkLines(marks)
  const [open, setOpen] = useKept('prajix:panel:marks-open', true)
  const role = people.find(({ id }) => id === me.id)?.role
  // What the server allows is decided there; this only hides what it would refuse.
  const leads = role === 'owner' || role === 'maintainer'
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <section
      aria-label="Marks"
      className="flex max-h-[60%] min-h-0 shrink-0 flex-col border-t border-line"
    >
      <h2 className="shrink-0 font-text text-xs font-normal tracking-normal text-ink-3">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-h-11 w-full items-center gap-1 px-3.5 text-left hover:text-ink focus-visible:-outline-offset-2 md:min-h-9"
        >
          Marks
          <span className="tabular">{marks.length > 0 && `· ${marks.length}`}</span>
          <Chevron aria-hidden className="ml-auto size-3.5" />
        </button>
      </h2>
      {open && (
        <div className="min-h-0 overflow-y-auto">
          {marks.length === 0 ? (
            <div className="flex flex-col items-start gap-2 px-3.5 pb-3 text-xs text-ink-3">
              <p>Questions that you pin to the code stand here.</p>
              {ask && (
                <Button size="s" onClick={ask}>
                  Ask about this line
                </Button>
              )}
            </div>
          ) : (
            <ul aria-label="Open questions">
              {marks.map((mark) => (
                <MarkRow
                  key={mark.id}
                  mark={mark}
                  path={documents.find(({ id }) => id === mark.documentId)?.path ?? null}
                  line={lines.get(mark.id)}
                  mayDelete={leads || mark.author.id === me.id}
                  actions={actions}
                  onGo={() => {
                    onGone()
                    go({ mark: mark.id })
                  }}
                  onDelete={() => setDeleting(mark)}
                />
              ))}
            </ul>
          )}
        </div>
      )}
      <DeleteMarkDialog
        mark={deleting}
        onCancel={() => setDeleting(null)}
        onDelete={(mark) => {
          setDeleting(null)
          void actions.remove(mark)
        }}
      />
    </section>
  )
}
