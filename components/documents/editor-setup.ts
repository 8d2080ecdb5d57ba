import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completeAnyWord,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, indentWithTab } from '@codemirror/commands'
import {
  bracketMatching,
  codeFolding,
  foldKeymap,
  indentOnInput,
  indentUnit,
} from '@codemirror/language'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view'
import { yCollab, ySyncAnnotation, yUndoManagerKeymap } from 'y-codemirror.next'
import { maximumUpdateBytes } from '@/contracts/documents'
import { editorTheme } from './editor-theme'
import { lineFlash } from './line-flash'
import type { Replica } from './replica'

/** A change must fit into one update, with what Yjs adds to it. */
const largestInsert = maximumUpdateBytes - 8_192

function refuseTooLarge(tell: () => void): Extension {
  return EditorState.changeFilter.of((change) => {
    if (change.annotation(ySyncAnnotation)) return true
    let bytes = 0
    change.changes.iterChanges((_a, _b, _c, _d, inserted) => {
      // Three bytes are the most that one unit of text takes.
      const most = inserted.length * 3
      bytes += bytes + most <= largestInsert ? most : new Blob([inserted.toString()]).size
    })
    if (bytes <= largestInsert) return true
    tell()
    return false
  })
}

/**
 * Everything of an editor that does not depend on the language, on roles or on other people's cursors.
 * `beside` is what stands in the margin, such as marks.
 */
export function editorSetup(
  replica: Replica,
  tooLarge: () => void,
  beside: Extension,
): Extension[] {
  return [
    // First: what follows reads positions in a text that it has brought up to date.
    yCollab(replica.text, null, { undoManager: replica.undo }),
    // Before the line numbers: its margin stands left of them.
    beside,
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    lineFlash,
    highlightSpecialChars(),
    highlightSelectionMatches(),
    codeFolding(),
    drawSelection(),
    dropCursor(),
    rectangularSelection(),
    crosshairCursor(),
    EditorState.allowMultipleSelections.of(true),
    indentUnit.of('  '),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    EditorState.languageData.of(() => [{ autocomplete: completeAnyWord }]),
    search({ top: true }),
    refuseTooLarge(tooLarge),
    keymap.of([
      ...closeBracketsKeymap,
      ...yUndoManagerKeymap,
      ...searchKeymap,
      ...foldKeymap,
      ...completionKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
    editorTheme,
    EditorView.contentAttributes.of({ autocapitalize: 'off', autocorrect: 'off', tabindex: '0' }),
  ]
}
