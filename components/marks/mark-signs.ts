import { type EditorState, RangeSet } from '@codemirror/state'
import { GutterMarker } from '@codemirror/view'
import type { MarkView } from '@/contracts/marks'
import type { PlacedMark } from './mark-state'

/** In the margin, for the eye and the pointer: the margin is hidden from screen readers. */
class Sign extends GutterMarker {
  constructor(
    readonly count: number,
    readonly line: number,
    readonly title: string,
  ) {
    super()
  }
  override eq(other: Sign) {
    return this.count === other.count && this.line === other.line && this.title === other.title
  }
  override toDOM() {
    const sign = document.createElement('span')
    sign.className = 'cm-markSign'
    sign.dataset.line = String(this.line)
    sign.title = this.title
    sign.textContent = this.count > 1 ? String(this.count) : '?'
    return sign
  }
}

/** Keeps the margin as wide as it is with a mark. */
export const spacer = () => new Sign(1, 1, '')

export function signs(state: EditorState, placed: PlacedMark[]): RangeSet<GutterMarker> {
  const byLine = new Map<number, MarkView[]>()
  for (const { mark, from } of placed) {
    const at = state.doc.lineAt(from).from
    byLine.set(at, [...(byLine.get(at) ?? []), mark])
  }
  const markers = [...byLine].map(([at, marks]) => {
    const title = marks.map(({ author, body }) => `${author.name} asks: ${body}`).join('\n')
    return new Sign(marks.length, marks[0]?.author.line ?? 1, title).range(at)
  })
  return RangeSet.of(markers, true)
}
