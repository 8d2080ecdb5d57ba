import { expect, test } from 'vitest'
import { buildFileTree } from '@/components/documents/file-tree'
import { languageOf } from '@/components/documents/languages'
import { templates } from '@/components/documents/templates'
import { documentPath } from '@/contracts/documents'
import { freePath } from '@/contracts/free-path'

const file = (path: string) => ({ id: path, path, createdAt: '2026-01-01T00:00:00.000Z' })

test('files stand in the folders that their paths name', () => {
  const tree = buildFileTree(['a/b/x.ts', 'a/y.ts', 'z.ts'].map(file))
  expect(tree.files.map(({ path }) => path)).toEqual(['z.ts'])
  expect(tree.folders).toMatchObject([
    { path: 'a', files: [{ path: 'a/y.ts' }], folders: [{ path: 'a/b', name: 'b' }] },
  ])
})

test('a taken path gets a number before its ending', () => {
  expect(freePath('src/main.js', [])).toBe('src/main.js')
  expect(freePath('src/main.js', ['src/main.js', 'src/main-2.js'])).toBe('src/main-3.js')
  expect(freePath('.env', ['.env'])).toBe('.env-2')
  expect(freePath('a.b/Makefile', ['a.b/Makefile'])).toBe('a.b/Makefile-2')
})

test.each(templates)('the template $label has a path that the server takes', ({ path, text }) => {
  expect(documentPath.parse(path)).toBe(path)
  expect(text).toMatch(/\n$/)
  expect(languageOf(path).name).not.toBe('Plain text')
})

test.each([
  '.git/config',
  'a/.GIT/hooks/pre-commit',
  '.git',
  'x/.git. /config',
  '../x',
  'a/../b',
  '/etc/passwd',
  'a//b',
  'a\\b',
  'a\nb',
  'a\u0000b',
  'a\u202eb',
  '<b>',
  'a/b/c/d/e/f/g',
])('%j is no path of a file', (path) => {
  expect(documentPath.safeParse(path).success).toBe(false)
})
test.each(['.gitignore', '.github/workflows/ci.yml', 'a.git/x', '.env', 'Zoë/日本.md'])(
  '%j is one',
  (path) => {
    expect(documentPath.parse(path)).toBe(path.normalize('NFC'))
  },
)

test.each([
  ['a.tsx', 'TypeScript'],
  ['deep/Dockerfile', 'Dockerfile'],
  ['run.sh', 'Shell'],
  ['README', 'Plain text'],
])('%s is %s', async (path, name) => {
  const language = languageOf(path)
  expect(language.name).toBe(name)
  if (language.load) expect(await language.load()).toBeTruthy()
})
