import { EditorView } from '@codemirror/view'

// A line beneath: a ground dark enough to be seen would take the contrast from the letters.
const removed = 'inset 0 -2px 0 var(--bad)'
const inserted = 'inset 0 -2px 0 var(--good)'

/** Beside the editor's own theme: what was there is marked by − and what is there now by +, and by colour. */
export const diffTheme = EditorView.theme({
  '&': { height: 'auto' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { padding: '0.5rem 0' },
  '.cm-line': { padding: '0 0.75rem 0 0.5rem' },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--bad-soft)' },
  '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine': { backgroundColor: 'var(--good-soft)' },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText, .cm-deletedLine del': {
    background: 'none',
    boxShadow: removed,
    textDecoration: 'none',
  },
  '&.cm-merge-b .cm-changedText, .cm-inlineChangedLine .cm-changedText': {
    background: 'none',
    boxShadow: inserted,
  },
  '.cm-insertedLine': { background: 'none', textDecoration: 'none' },
  '.cm-deletedChunk': { paddingLeft: '0.5rem' },
  '.cm-deletedChunk .cm-deletedLine': { color: 'var(--ink)' },
  '.cm-gutters .cm-changeGutter': { width: '1rem', padding: '0', textAlign: 'center' },
  '.cm-changeGutter .cm-changedLineGutter': { background: 'none', color: 'var(--good)' },
  '.cm-changeGutter .cm-deletedLineGutter': { background: 'none', color: 'var(--bad)' },
  '&.cm-merge-a .cm-changeGutter .cm-changedLineGutter': { color: 'var(--bad)' },
  '.cm-changedLineGutter::before': { content: '"+"' },
  '.cm-deletedLineGutter::before': { content: '"−"' },
  '&.cm-merge-a .cm-changedLineGutter::before': { content: '"−"' },
  '.cm-collapsedLines': {
    padding: '0.3rem 0.75rem',
    background: 'var(--bg)',
    borderBlock: '1px solid var(--line)',
    color: 'var(--ink-2)',
    fontFamily: 'var(--font-text)',
    fontSize: '0.75rem',
  },
  // The library's own marks are in no font of ours.
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: 'none' },
  '.cm-merge-spacer, .cm-mergeSpacer': { background: 'var(--sunken)' },
})
