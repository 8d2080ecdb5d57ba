import { EditorState } from '@codemirror/state'
import { expect, it } from 'vitest'
import { sharedLines } from '@/components/documents/shared-lines'
import { spotOfLines } from '@/components/documents/spot-of-lines'

const text = 'one\ntwo\n\nfour'

it('the lines that are shared are those of what is selected, or of the caret', () => {
  const lines = (anchor: number, head = anchor) =>
    sharedLines(EditorState.create({ doc: text, selection: { anchor, head } }))
  expect(lines(5)).toEqual({ from: 2, to: 2 })
  expect(lines(1, 5)).toEqual({ from: 1, to: 2 })
  expect(lines(5, 1)).toEqual({ from: 1, to: 2 })
  expect(lines(0, 4)).toEqual({ from: 1, to: 1 })
  expect(lines(4, 4)).toEqual({ from: 2, to: 2 })
  expect(lines(0, text.length)).toEqual({ from: 1, to: 4 })
})

it('lines are found where they stand, and at the end of the file when they are gone', () => {
  expect(spotOfLines(text, { from: 1, to: 1 })).toEqual({ from: 0, to: 3 })
  expect(spotOfLines(text, { from: 2, to: 3 })).toEqual({ from: 4, to: 8 })
  expect(spotOfLines(text, { from: 4, to: 99 })).toEqual({ from: 9, to: 13 })
  expect(spotOfLines(text, { from: 80, to: 99 })).toEqual({ from: 9, to: 13 })
  expect(spotOfLines('', { from: 3, to: 3 })).toEqual({ from: 0, to: 0 })
})
