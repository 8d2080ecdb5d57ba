'use client'
import { Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef, useState } from 'react'
import { toast } from '@/components/ui/toast-queue'
import { editorSetup } from './editor-setup'
import { languageOf } from './languages'
import { type CursorPerson, remoteCursors } from './remote-cursors'
import type { Replica } from './replica'

type Place = { anchor: number; head: number; scroll: StateEffect<unknown>; length: number }
/** Where one was in a file when its tab was left. */
const places = new WeakMap<Replica, Place>()

function startState(replica: Replica, extensions: Extension) {
  const doc = replica.text.toString()
  const place = places.get(replica)
  const clamp = (at: number) => Math.min(at, doc.length)
  const selection = place && { anchor: clamp(place.anchor), head: clamp(place.head) }
  return EditorState.create({ doc, selection, extensions })
}

const locked = (readOnly: boolean, describedBy: string) => [
  EditorState.readOnly.of(readOnly),
  EditorView.contentAttributes.of({
    'aria-describedby': describedBy,
    'aria-readonly': String(readOnly),
  }),
]

/** The text of one file. Give it the replica's identity as its key. */
export function CodeEditor({
  replica,
  path,
  readOnly,
  describedBy,
  followingId,
  person,
  onOwnMove,
  extension,
  onView,
}: {
  replica: Replica
  path: string
  readOnly: boolean
  /** Id of the hint on how the keyboard leaves. */
  describedBy: string
  followingId: string | null
  person: (personId: string) => CursorPerson | undefined
  /** The person moved by themselves. */
  onOwnMove: () => void
  /** What else belongs to this replica's editor; taken when it begins. */
  extension: Extension
  /** The editor at hand; null once it has ended. */
  onView: (view: EditorView | null) => void
}) {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const given = { person, followingId, onOwnMove, path, readOnly, describedBy, extension, onView }
  const now = useRef(given)
  now.current = given
  const [parts] = useState(() => ({
    language: new Compartment(),
    lock: new Compartment(),
    label: new Compartment(),
  }))

  useEffect(() => {
    if (!parent.current) return
    const tooLarge = () =>
      toast('That is too much at once', 'Paste up to 50,000 characters, or import it as a file.')
    const moved = () => now.current.onOwnMove()
    const state = startState(replica, [
      editorSetup(replica, tooLarge, now.current.extension),
      remoteCursors({
        replica,
        person: (personId) => now.current.person(personId),
        following: () => now.current.followingId,
      }),
      // Observers: a handler would not hear of the keys that a key binding takes.
      EditorView.domEventObservers({
        keydown: moved,
        mousedown: moved,
        wheel: moved,
        touchmove: moved,
      }),
      parts.language.of([]),
      parts.lock.of(locked(now.current.readOnly, now.current.describedBy)),
      parts.label.of([]),
    ])
    const place = places.get(replica)
    const editor = new EditorView({
      state,
      parent: parent.current,
      scrollTo: place && place.length === state.doc.length ? place.scroll : undefined,
    })
    view.current = editor
    now.current.onView(editor)
    return () => {
      now.current.onView(null)
      const { anchor, head } = editor.state.selection.main
      const { length } = editor.state.doc
      places.set(replica, { anchor, head, scroll: editor.scrollSnapshot(), length })
      editor.destroy()
      view.current = null
    }
  }, [replica, parts])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another replica is another view, which needs its language anew.
  useEffect(() => {
    let gone = false
    view.current?.dispatch({
      effects: parts.label.reconfigure(
        EditorView.contentAttributes.of({ 'aria-label': `${path}, code` }),
      ),
    })
    async function load() {
      try {
        const language = (await languageOf(path).load?.()) ?? []
        if (!gone) view.current?.dispatch({ effects: parts.language.reconfigure(language) })
      } catch {
        // Offline: the text is there, its colours come with the next opening.
      }
    }
    void load()
    return () => {
      gone = true
    }
  }, [replica, path, parts])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another replica is another view.
  useEffect(() => {
    view.current?.dispatch({ effects: parts.lock.reconfigure(locked(readOnly, describedBy)) })
  }, [replica, readOnly, describedBy, parts])

  return <div ref={parent} className="h-full min-h-0" />
}
