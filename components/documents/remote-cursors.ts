import { type Range, StateEffect } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import * as Y from 'yjs'
import type { CursorState, RemoteCursor } from './cursor-channel'
import type { Replica } from './replica'

export type CursorPerson = { name: string; line: number }
export type CursorOptions = {
  replica: Replica
  /** Who is behind an id; undefined for somebody who is not in the room. */
  person(personId: string): CursorPerson | undefined
  /** Whom the view follows at this moment. */
  following(): string | null
}

const refresh = StateEffect.define<null>()

class CaretWidget extends WidgetType {
  constructor(
    readonly name: string,
    readonly line: number,
  ) {
    super()
  }
  override eq(other: CaretWidget) {
    return other.name === this.name && other.line === this.line
  }
  override toDOM() {
    const caret = document.createElement('span')
    caret.className = 'cm-remoteCaret'
    caret.dataset.line = String(this.line)
    caret.setAttribute('aria-hidden', 'true')
    const flag = document.createElement('span')
    flag.className = 'cm-remoteFlag'
    flag.textContent = this.name
    // The word joiners keep the line as tall as it is without the caret.
    caret.append('\u2060', flag, '\u2060')
    return caret
  }
  override ignoreEvent() {
    return true
  }
}

function indexOf(replica: Replica, json: unknown): number | null {
  try {
    const position = Y.createRelativePositionFromJSON(json)
    const found = Y.createAbsolutePositionFromRelativePosition(position, replica.doc)
    return found?.type === replica.text ? found.index : null
  } catch {
    return null
  }
}

const relative = (replica: Replica, index: number) =>
  Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(replica.text, index))

/** Shows others' cursors and selections with their names, tells one's own, and scrolls after whom one follows. */
export function remoteCursors(options: CursorOptions) {
  const { replica, person, following } = options
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet = Decoration.none
      #frame = 0
      #focused = false
      #told = ''
      #followed = ''
      readonly #stop: () => void
      readonly #scrolled = () => this.#tellSoon()

      constructor(readonly view: EditorView) {
        this.decorations = this.#draw()
        this.#stop = replica.cursors.onChange(() => this.#heard())
        view.scrollDOM.addEventListener('scroll', this.#scrolled, { passive: true })
        this.#tellSoon()
        queueMicrotask(() => this.#heard())
      }

      update(update: ViewUpdate) {
        if (update.focusChanged && update.view.hasFocus) this.#focused = true
        const asked = update.transactions.some((one) => one.effects.some((e) => e.is(refresh)))
        if (update.docChanged || asked) this.decorations = this.#draw()
        if (update.docChanged || update.selectionSet || update.focusChanged) this.#tellSoon()
      }

      destroy() {
        cancelAnimationFrame(this.#frame)
        this.#stop()
        this.view.scrollDOM.removeEventListener('scroll', this.#scrolled)
      }

      #heard() {
        queueMicrotask(() => {
          if (!this.view.dom.isConnected) return
          this.view.dispatch({ effects: refresh.of(null) })
          this.#follow()
        })
      }

      #tellSoon() {
        cancelAnimationFrame(this.#frame)
        this.#frame = requestAnimationFrame(() => this.#tell())
      }

      #tell() {
        const { main } = this.view.state.selection
        const { scrollDOM, documentPadding } = this.view
        const above = scrollDOM.scrollTop - documentPadding.top
        const state: CursorState = {
          cursor: this.#focused
            ? { anchor: relative(replica, main.anchor), head: relative(replica, main.head) }
            : null,
          top: relative(replica, this.view.lineBlockAtHeight(above).from),
        }
        const words = JSON.stringify(state)
        if (words === this.#told && replica.cursors.own) return
        this.#told = words
        replica.cursors.setOwn(state)
      }

      #follow() {
        const followed = following()
        const state = replica.cursors.others().find((one) => one.personId === followed)
        if (!state) return
        const words = JSON.stringify([state.personId, state.top, state.cursor?.head])
        if (words === this.#followed) return
        this.#followed = words
        const top = indexOf(replica, state.top)
        const head = state.cursor ? indexOf(replica, state.cursor.head) : null
        const { view } = this
        const length = view.state.doc.length
        if (top === null || top > length || (head !== null && head > length)) return
        view.dispatch({ effects: EditorView.scrollIntoView(top, { y: 'start', yMargin: 0 }) })
        // Lines are measured once they are drawn: only then it is known whether a smaller screen cuts the cursor off.
        requestAnimationFrame(() => this.#reach(top, head))
      }

      #reach(top: number, head: number | null) {
        const { view } = this
        if (head === null || head > view.state.doc.length || !view.dom.isConnected) return
        const below = view.lineBlockAt(head).top - view.lineBlockAt(top).top
        // Further away it is not on their own screen either: they read somewhere else.
        if (below < 0 || below > 2 * view.scrollDOM.clientHeight) return
        view.dispatch({ effects: EditorView.scrollIntoView(head, { y: 'nearest', yMargin: 24 }) })
      }

      #draw(): DecorationSet {
        const marks = replica.cursors.others().flatMap((other) => this.#drawOne(other))
        return Decoration.set(marks, true)
      }

      #drawOne({ personId, cursor }: RemoteCursor): Range<Decoration>[] {
        const who = person(personId)
        const length = this.view.state.doc.length
        const anchor = cursor && indexOf(replica, cursor.anchor)
        const head = cursor && indexOf(replica, cursor.head)
        if (!who || anchor === null || head === null || anchor > length || head > length) return []
        const from = Math.min(anchor, head)
        const to = Math.max(anchor, head)
        const attributes = { 'data-line': String(who.line) }
        const selection = Decoration.mark({ class: 'cm-remoteSelection', attributes })
        const widget = new CaretWidget(who.name, who.line)
        const caret = Decoration.widget({ widget, side: head > anchor ? -1 : 1 })
        return [...(to > from ? [selection.range(from, to)] : []), caret.range(head)]
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}
