import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyText } from '@/components/format/apply-text'
import { formatFile } from '@/components/format/format-file'
import { format } from '@/components/format/format-worker'
import { type Parser, parserOf } from '@/components/format/parser-of'

function shared(text: string) {
  const doc = new Y.Doc()
  const yText = doc.getText('text')
  yText.insert(0, text)
  return { doc, text: yText, undo: new Y.UndoManager(yText) }
}
const inWorker = (parser: Parser, path: string, text: string) =>
  format({ id: 1, parser, path, text })

it('formats every language that it knows, and says so of the others', async () => {
  const files: [string, string, string][] = [
    ['a.js', 'let a=1', 'let a = 1;\n'],
    ['a.jsx', 'let a=<b  c="d"/>', 'let a = <b c="d" />;\n'],
    ['a.ts', 'let a:number=1', 'let a: number = 1;\n'],
    ['a.tsx', 'let a:X=<b  c="d"/>', 'let a: X = <b c="d" />;\n'],
    ['a.css', 'a{color:red}', 'a {\n  color: red;\n}\n'],
    ['a.json', '{"a":1}', '{ "a": 1 }\n'],
    ['a.md', '*  one\n*  two', '- one\n- two\n'],
    ['a.yml', 'a:   1', 'a: 1\n'],
    ['a.html', '<p   class="a">b</p>', '<p class="a">b</p>\n'],
  ]
  for (const [path, before, after] of files) {
    const file = shared(before)
    const formatted = await formatFile(path, () => file, inWorker, applyText)
    expect([path, formatted.kind, file.text.toString()]).toEqual([path, 'formatted', after])
    expect((await formatFile(path, () => file, inWorker, applyText)).kind).toBe('unchanged')
  }
  for (const path of ['a.py', 'a.sql', 'a.go', 'a.rs', 'Makefile']) {
    expect(parserOf(path)).toBeNull()
    const file = shared('as  it   is')
    expect((await formatFile(path, () => file, inWorker, applyText)).kind).toBe('unknown')
  }
})

it('says where a mistake is, and changes nothing', async () => {
  const file = shared('let a = 1\nconst = 2\n')
  const formatted = await formatFile('a.ts', () => file, inWorker, applyText)
  expect(formatted).toMatchObject({ kind: 'refused', line: 2, column: 7 })
  expect(formatted).toHaveProperty('message', expect.not.stringMatching(/\n|\(\d+:\d+\)/))
  expect(file.text.toString()).toBe('let a = 1\nconst = 2\n')
})

it('changes as little as it can: places stay, and one undo takes it back', async () => {
  const before = 'const   a=1\nconst b=  "😀"\nfunction   f(){return a}\n'
  const file = shared(before)
  const at = before.indexOf('return')
  const place = Y.createRelativePositionFromTypeIndex(file.text, at)
  let updates = 0
  file.doc.on('update', () => updates++)
  // What was typed just before is a step of its own.
  file.text.insert(before.length, '// typed')
  await formatFile('a.ts', () => file, inWorker, applyText)
  const after = file.text.toString()
  expect(after).toContain('const b = "😀";')
  const found = Y.createAbsolutePositionFromRelativePosition(place, file.doc)
  expect(after.slice(found?.index).startsWith('return a')).toBe(true)
  expect(updates).toBe(2)
  file.undo.undo()
  expect(file.text.toString()).toBe(`${before}// typed`)
  file.undo.redo()
  expect(file.text.toString()).toBe(after)
})

it('never writes over what was typed meanwhile', async () => {
  const file = shared('let a=1\n')
  let tries = 0
  const typing = async (parser: Parser, path: string, text: string) => {
    const answer = await inWorker(parser, path, text)
    if (tries++ === 0) file.text.insert(0, 'let b=2\n')
    return answer
  }
  expect((await formatFile('a.ts', () => file, typing, applyText)).kind).toBe('formatted')
  expect([tries, file.text.toString()]).toEqual([2, 'let b = 2;\nlet a = 1;\n'])

  const always = async (parser: Parser, path: string, text: string) => {
    file.text.insert(0, '\n')
    return inWorker(parser, path, text)
  }
  expect((await formatFile('a.ts', () => file, always, applyText)).kind).toBe('busy')
  expect(file.text.toString()).toBe('\n\n\nlet b = 2;\nlet a = 1;\n')
  // The wheel turned while it was formatted.
  let asked = 0
  const once = () => (asked++ === 0 ? file : null)
  expect((await formatFile('a.ts', once, inWorker, applyText)).kind).toBe('busy')
  expect(file.text.toString()).toBe('\n\n\nlet b = 2;\nlet a = 1;\n')
})
