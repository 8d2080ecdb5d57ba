import { type Range, StateEffect, StateField, type Transaction } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

type Shown = { from: number; to: number }

const set = StateEffect.define<Shown>()
const line = Decoration.line({ class: 'cm-flash' })

const goesOn = (transaction: Transaction) =>
  ['select', 'input', 'delete', 'move', 'undo', 'redo'].some((kind) =>
    transaction.isUserEvent(kind),
  )

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    const { effects, changes, state } = transaction
    const asked = effects.find((one) => one.is(set))
    // Whoever goes on from there has found them.
    if (!asked) return goesOn(transaction) ? Decoration.none : shown.map(changes)
    const lines: Range<Decoration>[] = []
    const end = state.doc.lineAt(asked.value.to).number
    for (let at = state.doc.lineAt(asked.value.from).number; at <= end; at++)
      lines.push(line.range(state.doc.line(at).from))
    return Decoration.set(lines)
  },
  provide: (from) => EditorView.decorations.from(from),
})

/** Lets lines stand out, with `flash`, until their reader goes on. */
export const lineFlash = [
  field,
  EditorView.theme({
    '.cm-line.cm-flash': {
      backgroundColor: 'var(--accent-soft)',
      boxShadow: 'inset 2px 0 0 var(--accent)',
    },
  }),
]

export function flash(view: EditorView, shown: Shown) {
  view.dispatch({ effects: set.of(shown) })
}
