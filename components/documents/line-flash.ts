import { type Range, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

type Shown = { from: number; to: number }

/** Milliseconds for which lines stand out: long enough to be found by the eye. */
const moment = 2_500

const set = StateEffect.define<Shown | null>()
const line = Decoration.line({ class: 'cm-flash' })

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { effects, changes, state }) {
    const asked = effects.find((one) => one.is(set))
    if (!asked) return shown.map(changes)
    if (!asked.value) return Decoration.none
    const lines: Range<Decoration>[] = []
    const end = state.doc.lineAt(asked.value.to).number
    for (let at = state.doc.lineAt(asked.value.from).number; at <= end; at++)
      lines.push(line.range(state.doc.line(at).from))
    return Decoration.set(lines)
  },
  provide: (from) => EditorView.decorations.from(from),
})

/** Lets lines stand out for a moment, with `flash`. */
export const lineFlash = [
  field,
  EditorView.theme({
    '.cm-line.cm-flash': {
      backgroundColor: 'var(--accent-soft)',
      boxShadow: 'inset 2px 0 0 var(--accent)',
    },
  }),
]

const ends = new WeakMap<EditorView, ReturnType<typeof setTimeout>>()

export function flash(view: EditorView, shown: Shown) {
  clearTimeout(ends.get(view))
  view.dispatch({ effects: set.of(shown) })
  ends.set(
    view,
    setTimeout(() => {
      // It may have been closed since.
      if (view.dom.isConnected) view.dispatch({ effects: set.of(null) })
    }, moment),
  )
}
