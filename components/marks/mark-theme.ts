import { EditorView } from '@codemirror/view'

const lines = [1, 2, 3, 4, 5]

/** Marks are told by a dashed line and a sign in the margin; the colour only says whose they are. */
export const markTheme = EditorView.theme({
  '.cm-marked': {
    backgroundColor: 'color-mix(in oklch, var(--who) 13%, transparent)',
    borderBottom: '2px dashed var(--who)',
  },
  '.cm-marked.cm-markOpen': {
    backgroundColor: 'color-mix(in oklch, var(--who) 28%, transparent)',
    borderBottomStyle: 'solid',
  },
  '.cm-asking': {
    backgroundColor: 'var(--accent-soft)',
    borderBottom: '2px solid var(--accent)',
  },
  '.cm-markGutter .cm-gutterElement': {
    minWidth: '1.25rem',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    cursor: 'pointer',
  },
  '.cm-markSign': {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '1.05rem',
    height: '1.05rem',
    padding: '0 0.2rem',
    borderRadius: '999px 999px 999px 3px',
    backgroundColor: 'var(--who)',
    color: 'var(--on-line)',
    fontFamily: 'var(--font-text)',
    fontSize: '0.6875rem',
    fontWeight: '700',
    lineHeight: '1',
  },
  '.cm-markCard': { width: 'min(21rem, calc(100vw - 1.5rem))' },
  // Under whatever is opened over the room.
  '.cm-tooltip.cm-selectionChoices': { display: 'flex', zIndex: '30' },
  '.cm-selectionChoices button': {
    padding: '0.25rem 0.6rem',
    fontFamily: 'var(--font-text)',
    fontSize: '0.8125rem',
    fontWeight: '600',
    lineHeight: '1.4',
    cursor: 'pointer',
    minHeight: '1.75rem',
  },
  '.cm-selectionChoices button + button': { borderLeft: '1px solid var(--line)' },
  '.cm-selectionChoices button:hover': { backgroundColor: 'var(--sunken)' },
  '@media (pointer: coarse)': { '.cm-selectionChoices button': { minHeight: '2.75rem' } },
  ...Object.fromEntries(
    lines.map((line) => [
      `.cm-marked[data-line="${line}"], .cm-markSign[data-line="${line}"]`,
      { '--who': `var(--line-${line})` },
    ]),
  ),
})
