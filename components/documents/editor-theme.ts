import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const lines = [1, 2, 3, 4, 5]

/** The editor in the colours of the house; these change with the theme by themselves. */
export const editorTheme = [
  EditorView.theme({
    '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--surface)' },
    '&.cm-focused': { outline: 'none' },
    // Above the margin, which would cover an outline.
    '&.cm-focused::after': {
      content: '""',
      position: 'absolute',
      inset: '0',
      border: '2px solid var(--accent)',
      pointerEvents: 'none',
      zIndex: '201',
    },
    '.cm-scroller': {
      fontFamily: 'var(--font-code)',
      fontSize: '0.84375rem',
      lineHeight: '1.7',
      overflow: 'auto',
    },
    '.cm-content': { padding: '1.75rem 0 4rem', caretColor: 'var(--ink)' },
    '.cm-line': { padding: '0 1.25rem 0 0.75rem' },
    '.cm-gutters': {
      backgroundColor: 'var(--surface)',
      color: 'var(--ink-3)',
      border: 'none',
      paddingLeft: '0.5rem',
    },
    '.cm-lineNumbers .cm-gutterElement': { padding: '0 0.5rem 0 0.25rem', minWidth: '2rem' },
    '.cm-activeLine': { backgroundColor: 'color-mix(in oklch, var(--ink) 4%, transparent)' },
    '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
    '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
      { background: 'color-mix(in oklch, var(--accent) 24%, transparent)' },
    '.cm-selectionMatch': {
      backgroundColor: 'color-mix(in oklch, var(--line-1) 18%, transparent)',
    },
    '.cm-searchMatch': {
      backgroundColor: 'var(--warn-soft)',
      outline: '1px solid var(--warn)',
    },
    '.cm-searchMatch-selected': { backgroundColor: 'var(--accent-soft)' },
    '&.cm-focused .cm-matchingBracket': {
      backgroundColor: 'transparent',
      outline: '1px solid var(--control)',
    },
    '&.cm-focused .cm-nonmatchingBracket': {
      backgroundColor: 'transparent',
      outline: '1px solid var(--bad)',
    },
    '.cm-foldPlaceholder': {
      backgroundColor: 'var(--sunken)',
      border: '1px solid var(--line)',
      color: 'var(--ink-2)',
    },
    '.cm-panels': {
      backgroundColor: 'var(--bg)',
      color: 'var(--ink)',
      borderColor: 'var(--line)',
    },
    '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
    '.cm-panel.cm-search': { padding: '0.5rem 2.25rem 0.5rem 0.75rem', fontSize: '0.8125rem' },
    '.cm-panel.cm-search label': { fontSize: '0.8125rem', whiteSpace: 'nowrap' },
    '.cm-panel.cm-search [name=close]': {
      fontSize: '1.1rem',
      minWidth: '1.75rem',
      minHeight: '1.75rem',
      color: 'var(--ink-2)',
    },
    '.cm-textfield': {
      backgroundColor: 'var(--surface)',
      border: '1px solid var(--control)',
      borderRadius: '6px',
      color: 'var(--ink)',
      fontSize: '0.8125rem',
      padding: '0.2rem 0.5rem',
    },
    '.cm-button': {
      backgroundColor: 'var(--surface)',
      backgroundImage: 'none',
      border: '1px solid var(--control)',
      borderRadius: '6px',
      color: 'var(--ink)',
      fontSize: '0.8125rem',
      padding: '0.2rem 0.6rem',
    },
    '.cm-button:active': { backgroundImage: 'none', backgroundColor: 'var(--sunken)' },
    '.cm-tooltip': {
      backgroundColor: 'var(--surface)',
      color: 'var(--ink)',
      border: '1px solid var(--line)',
      borderRadius: '10px',
      boxShadow: 'var(--shadow-raised)',
      overflow: 'hidden',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-code)' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.2rem 0.6rem' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      backgroundColor: 'var(--accent-soft)',
      color: 'var(--ink)',
    },
    '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
    '.cm-completionDetail': { color: 'var(--ink-3)' },
    '.cm-remoteCaret': {
      position: 'relative',
      display: 'inline',
      borderLeft: '2px solid var(--who)',
      marginLeft: '-1px',
      marginRight: '-1px',
    },
    '.cm-remoteFlag': {
      position: 'absolute',
      bottom: '100%',
      left: '-2px',
      padding: '0.05rem 0.35rem',
      borderRadius: '4px 4px 4px 0',
      backgroundColor: 'var(--who)',
      color: 'var(--on-line)',
      fontFamily: 'var(--font-text)',
      fontSize: '0.6875rem',
      fontWeight: '600',
      lineHeight: '1.35',
      whiteSpace: 'nowrap',
      pointerEvents: 'none',
      userSelect: 'none',
      zIndex: '5',
    },
    '.cm-remoteSelection': {
      backgroundColor: 'color-mix(in oklch, var(--who) 22%, transparent)',
      boxShadow: 'inset 0 -1px 0 var(--who)',
    },
    ...Object.fromEntries(
      lines.map((line) => [
        `.cm-remoteCaret[data-line="${line}"], .cm-remoteSelection[data-line="${line}"]`,
        { '--who': `var(--line-${line})` },
      ]),
    ),
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      {
        tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.bool, tags.null, tags.self],
        color: 'var(--code-keyword)',
      },
      {
        tag: [tags.string, tags.special(tags.string), tags.regexp, tags.attributeValue],
        color: 'var(--code-string)',
      },
      {
        tag: [
          tags.function(tags.variableName),
          tags.function(tags.propertyName),
          tags.definition(tags.propertyName),
          tags.className,
          tags.typeName,
          tags.tagName,
          tags.heading,
          tags.link,
        ],
        color: 'var(--code-name)',
      },
      {
        tag: [tags.number, tags.atom, tags.attributeName, tags.escape, tags.color, tags.unit],
        color: 'var(--code-number)',
      },
      { tag: [tags.comment, tags.meta, tags.quote], color: 'var(--ink-3)' },
      { tag: tags.heading, fontWeight: '600' },
      { tag: tags.strong, fontWeight: '600' },
      { tag: tags.emphasis, fontStyle: 'italic' },
      { tag: tags.invalid, color: 'var(--bad)' },
    ]),
  ),
]
