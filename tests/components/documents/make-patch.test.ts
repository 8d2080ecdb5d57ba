import { expect, it } from 'vitest'
import { makePatch } from '@/components/documents/make-patch'

/*
 * The form as `git am` and `git apply` of git 2.39 took it: checked by hand against a repository, for git
 * is not on every machine.
 */
const someone = (id: string, name: string) => ({
  id,
  name,
  email: `${id}@users.noreply.prajix.dev`,
})
const maya = someone('maya', 'Maya Ortiz')
const commit = {
  author: maya,
  coAuthors: [maya, someone('ben', 'Ben Ito')],
  subject: 'Tidewatch: files of the room',
  date: new Date('2026-11-25T21:00:00Z'),
}
const body = (patch: string | null) => patch?.slice(patch.indexOf('---\n\n') + 5)

it('is a mail by the author, with everybody else who typed', () => {
  expect(makePatch([], [{ path: 'src/app.py', text: 'print(1)\nprint(2)\n' }], commit)).toBe(
    `From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001
From: Maya Ortiz <maya@users.noreply.prajix.dev>
Date: Wed, 25 Nov 2026 21:00:00 +0000
Subject: [PATCH] Tidewatch: files of the room
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit

Written together on Prajix.

Co-authored-by: Ben Ito <ben@users.noreply.prajix.dev>
---

diff --git a/src/app.py b/src/app.py
new file mode 100644
--- /dev/null
+++ b/src/app.py
@@ -0,0 +1,2 @@
+print(1)
+print(2)
-- 
Prajix
`,
  )
})

it('tells what changed, came and went, with the ends of files as they are', () => {
  const before = [
    { path: 'a.md', text: 'one\ntwo' },
    { path: 'gone.md', text: 'gone\n' },
    { path: 'empty.md', text: '' },
    { path: 'same.md', text: 'same' },
  ]
  const after = [
    { path: 'a.md', text: 'one\ntwo\nthree' },
    { path: 'my notes.md', text: 'new' },
    { path: 'new empty.md', text: '' },
    { path: 'same.md', text: 'same' },
  ]
  expect(body(makePatch(before, after, commit))).toBe(
    `diff --git a/a.md b/a.md
--- a/a.md
+++ b/a.md
@@ -1,2 +1,3 @@
 one
-two
\\ No newline at end of file
+two
+three
\\ No newline at end of file
diff --git a/empty.md b/empty.md
deleted file mode 100644
index e69de29..0000000
diff --git a/gone.md b/gone.md
deleted file mode 100644
--- a/gone.md
+++ /dev/null
@@ -1,1 +0,0 @@
-gone
diff --git a/my notes.md b/my notes.md
new file mode 100644
--- /dev/null
+++ b/my notes.md\t
@@ -0,0 +1,1 @@
+new
\\ No newline at end of file
diff --git a/new empty.md b/new empty.md
new file mode 100644
index 0000000..e69de29
-- 
Prajix
`,
  )
  expect(makePatch(before, before, commit)).toBeNull()
})

it('cannot be broken by a name', () => {
  const names = ['Zoë Ünal', 'Pat "P" O\'Neil, Jr.', 'Eve\n<eve@example.com>\nX-Evil: 1']
  const [first, second, third] = names.map((name, at) => ({ ...someone(`p${at}`, name) }))
  if (!first || !second || !third) throw new Error('nobody')
  const files = [{ path: 'a.md', text: 'a' }]
  const patch = (author: typeof first) =>
    makePatch([], files, { ...commit, author, coAuthors: [first, second, third] }) ?? ''
  expect(patch(first)).toContain('From: =?UTF-8?B?Wm/DqyDDnG5hbA==?= <p0@users')
  expect(patch(second)).toContain('From: "Pat \\"P\\" O\'Neil, Jr." <p1@users')
  expect(patch(second)).toContain('Co-authored-by: Zoë Ünal <p0@users')
  expect(patch(third)).toContain('\nFrom: "Eve eve@example.com X-Evil: 1" <p2@users')
  expect(patch(third)).not.toMatch(/^X-Evil/m)
})

it('replaces a file whose every line differs, however long', () => {
  const noise = (seed: number) =>
    Array.from({ length: 30_000 }, (_, at) => `${(at * seed) % 104_729}\n`).join('')
  const patch = makePatch(
    [{ path: 'a.md', text: noise(17) }],
    [{ path: 'a.md', text: noise(23) }],
    commit,
  )
  expect(patch).toContain('--- a/a.md\n+++ b/a.md\n@@ ')
})
