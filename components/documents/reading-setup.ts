import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { editorTheme } from './editor-theme'
import { languageOf } from './languages'

/** What every text that can only be read has in common. `label` is its name for everyone who cannot see it. */
export function readingSetup(label: string, language: Extension): Extension[] {
  return [
    lineNumbers(),
    EditorState.readOnly.of(true),
    // Not editable, or a phone would show its keyboard; the keyboard of others scrolls it all the same.
    EditorView.editable.of(false),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      role: 'textbox',
      'aria-label': label,
      'aria-multiline': 'true',
      'aria-readonly': 'true',
      tabindex: '0',
    }),
    // Before the editor's own, which leaves room to write at the end.
    EditorView.theme({ '.cm-content': { padding: '0.75rem 0' } }),
    editorTheme,
    language,
  ]
}

/** The colours of a language; without a connection the text goes without. */
export async function colours(path: string): Promise<Extension> {
  try {
    return (await languageOf(path).load?.()) ?? []
  } catch {
    return []
  }
}
