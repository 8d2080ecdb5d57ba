import { Prec, type Range, RangeSet } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  type GutterMarker,
  gutter,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import type * as Y from 'yjs'
import { rangeOf, type TextRange } from './anchors'
import type { MarkCards } from './mark-cards'
import { signs, spacer } from './mark-signs'
import { cardField, type OpenCard, openCard, type PlacedMark, shownMarks } from './mark-state'
import { markTheme } from './mark-theme'
import { drawChoices } from './selection-choices'

export type MarkOptions = {
  text: Y.Text
  cards: MarkCards
  /** The person wants to ask about what is selected. */
  onAsk(): void
  /** They want to say it in the chat. */
  onShare(): void
  /** The caret came into these marks. */
  onCaret(markIds: readonly string[]): void
}

/** Shows the open marks of a file where their text is now, and lets one ask about what is selected. */
export function markExtension({ text, cards, onAsk, onShare, onCaret }: MarkOptions) {
  const plugin = ViewPlugin.fromClass(
    class {
      placed: PlacedMark[] = []
      decorations: DecorationSet = Decoration.none
      signs: RangeSet<GutterMarker> = RangeSet.empty
      #under = ''

      constructor(readonly view: EditorView) {
        this.#place()
      }

      update(update: ViewUpdate) {
        const shown = update.state.facet(shownMarks) !== update.startState.facet(shownMarks)
        const card = update.state.field(cardField) !== update.startState.field(cardField)
        if (update.docChanged || shown || card) this.#place()
        if (update.selectionSet && update.view.hasFocus) this.#tellCaret()
      }

      #tellCaret() {
        const { head } = this.view.state.selection.main
        const under = this.at(head).map(({ mark }) => mark.id)
        if (under.join() === this.#under) return
        this.#under = under.join()
        queueMicrotask(() => onCaret(under))
      }

      at = (pos: number) => this.placed.filter(({ from, to }) => from <= pos && pos <= to)

      #place() {
        const { state } = this.view
        const { marks, asking } = state.facet(shownMarks)
        const open = state.field(cardField)?.markIds ?? []
        const within = ({ to }: TextRange) => to <= state.doc.length
        this.placed = marks.flatMap((mark) => {
          const range = rangeOf(text, mark)
          return range && within(range) ? [{ mark, ...range }] : []
        })
        const drawn: Range<Decoration>[] = this.placed.map(({ mark, from, to }) =>
          Decoration.mark({
            class: open.includes(mark.id) ? 'cm-marked cm-markOpen' : 'cm-marked',
            attributes: { 'data-line': String(mark.author.line) },
          }).range(from, to),
        )
        const asked = asking && rangeOf(text, asking)
        if (asked && within(asked))
          drawn.push(Decoration.mark({ class: 'cm-asking' }).range(asked.from, asked.to))
        this.decorations = Decoration.set(drawn, true)
        this.signs = signs(state, this.placed)
      }
    },
    { decorations: ({ decorations }) => decorations },
  )

  /** One way of drawing per group of marks: the editor tells cards apart by it. */
  const drawers = new Map<string, Tooltip['create']>()
  const drawerOf = (markIds: readonly string[]): Tooltip['create'] => {
    const key = markIds.join()
    const known = drawers.get(key)
    if (known) return known
    const draw = () => {
      const dom = document.createElement('div')
      dom.className = 'cm-markCard'
      cards.add(dom, markIds)
      return { dom, destroy: () => cards.remove(dom) }
    }
    drawers.set(key, draw)
    return draw
  }
  const cardOf = ({ markIds, at }: OpenCard): Tooltip => ({ pos: at, create: drawerOf(markIds) })

  const cardAt = (view: EditorView, from: number, to: number): OpenCard | null => {
    const placed = view.plugin(plugin)?.placed.filter((one) => one.from >= from && one.from <= to)
    const first = placed?.[0]
    return first ? { markIds: placed.map(({ mark }) => mark.id), at: first.from } : null
  }
  const next = (view: EditorView) => {
    const { head } = view.state.selection.main
    const placed = [...(view.plugin(plugin)?.placed ?? [])].sort((a, b) => a.from - b.from)
    const to = placed.find(({ from }) => from > head) ?? placed[0]
    if (!to) return false
    const line = view.state.doc.lineAt(to.from)
    view.dispatch({
      selection: { anchor: to.from },
      effects: [
        EditorView.scrollIntoView(to.from, { y: 'center' }),
        openCard.of(cardAt(view, line.from, line.to)),
      ],
    })
    // Into the card, where its actions are; Escape leads back.
    requestAnimationFrame(() =>
      view.dom.querySelector<HTMLElement>('.cm-markCard > [tabindex]')?.focus(),
    )
    return true
  }
  const close = (view: EditorView) => {
    if (!view.state.field(cardField)) return false
    view.dispatch({ effects: openCard.of(null) })
    return true
  }
  // One and the same each time: the editor tells what it shows apart by it.
  const create = () => drawChoices(onAsk, onShare)

  return [
    cardField,
    plugin,
    showTooltip.computeN([cardField], (state) => {
      const card = state.field(cardField)
      return [card && cardOf(card)]
    }),
    showTooltip.compute(['selection', shownMarks], (state) => {
      const { main } = state.selection
      if (main.empty || state.facet(shownMarks).asking) return null
      return { pos: main.head, above: main.head < main.anchor, create }
    }),
    hoverTooltip((view, pos) => {
      const found = view.plugin(plugin)?.at(pos) ?? []
      const markIds = found.map(({ mark }) => mark.id)
      const open = view.state.field(cardField)?.markIds ?? []
      if (markIds.length === 0 || markIds.some((id) => open.includes(id))) return null
      const from = Math.min(...found.map((one) => one.from))
      const end = Math.max(...found.map((one) => one.to))
      return { ...cardOf({ markIds, at: from }), end }
    }),
    gutter({
      class: 'cm-markGutter',
      markers: (view) => view.plugin(plugin)?.signs ?? RangeSet.empty,
      initialSpacer: spacer,
      domEventHandlers: {
        mousedown(view, block) {
          const card = cardAt(view, block.from, block.to)
          if (card) view.dispatch({ effects: openCard.of(card) })
          return card !== null
        },
      },
    }),
    EditorView.domEventHandlers({
      // Nothing hovers on a touch screen.
      pointerup(event, view) {
        if (event.pointerType !== 'touch') return
        const pos = view.posAtCoords({ x: event.clientX, y: event.clientY })
        const found = pos === null ? [] : (view.plugin(plugin)?.at(pos) ?? [])
        const first = found[0]
        if (!first) return
        const markIds = found.map(({ mark }) => mark.id)
        // After the tap has set the caret, which closes cards.
        setTimeout(() => view.dispatch({ effects: openCard.of({ markIds, at: first.from }) }), 0)
      },
    }),
    Prec.high(
      keymap.of([
        {
          key: 'Mod-Alt-m',
          run: () => {
            onAsk()
            return true
          },
        },
        {
          key: 'Mod-Alt-s',
          run: () => {
            onShare()
            return true
          },
        },
        { key: 'Mod-Alt-n', run: next },
        { key: 'Escape', run: close },
      ]),
    ),
    markTheme,
  ]
}
