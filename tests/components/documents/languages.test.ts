import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { classHighlighter, highlightTree } from '@lezer/highlight'
import { expect, it } from 'vitest'
import { languageOf } from '@/components/documents/languages'

const samples: Record<string, { text: string; marked: Record<string, string> }> = {
  'main.go': {
    text: 'package main\n// hi\nfunc main() { fmt.Println("x", 1) }\n',
    marked: { func: 'keyword', '"x"': 'string', '// hi': 'comment', '1': 'number' },
  },
  'Main.java': {
    text: '// hi\nclass Main { int a = 1; String b = "x"; }\n',
    marked: { class: 'keyword', '"x"': 'string', '// hi': 'comment', '1': 'number' },
  },
  'main.rs': {
    text: '// hi\nfn main() { let a = 1; println!("x"); }\n',
    marked: { fn: 'keyword', '"x"': 'string', '// hi': 'comment', '1': 'number' },
  },
  'ci.yaml': {
    text: '# hi\nname: "x"\nport: 1\n',
    marked: { '# hi': 'comment', '"x"': 'string', '1': 'number' },
  },
  'run.sh': {
    text: '# hi\nif [ "x" ]; then echo 1; fi\n',
    marked: { if: 'keyword', '"x"': 'string', '# hi': 'comment' },
  },
}

it.each(Object.entries(samples))(
  '%s is shown in the colours of its language',
  async (path, sample) => {
    const { text, marked } = sample
    const language = await languageOf(path).load?.()
    const state = EditorState.create({ doc: text, extensions: language ? [language] : [] })
    const tree = ensureSyntaxTree(state, text.length, 5_000)
    const found = new Map<string, string>()
    if (tree)
      highlightTree(tree, classHighlighter, (from, to, classes) => {
        found.set(text.slice(from, to), classes)
      })
    for (const [piece, kind] of Object.entries(marked))
      expect([piece, found.get(piece)]).toEqual([piece, expect.stringContaining(kind)])
  },
)
