import { createServer, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'
import type { RunResult } from '@/components/runner/run-record'
import type { Runner, RunRequest } from '@/components/runner/runner'
import { expect, test } from './support/fixtures'

/*
 * The runner itself, in a page of the production build and under its policy: the way to it through the
 * room is walked elsewhere. Attacks speak to a server of the test's own, which must never hear of them.
 */

type WithRunner = { runner: Runner; bundled: { createRunner(): Runner } }
type Files = Record<string, string>

let bundled = ''
let outside: Server
let heard: string[] = []

test.beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ['components/runner/runner.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bundled',
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  })
  bundled = outputFiles[0]?.text ?? ''
  outside = createServer((request, response) => {
    heard.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end()
  })
  await new Promise<void>((resolve) => outside.listen(0, resolve))
})
test.afterAll(() => {
  outside.close()
})
test.beforeEach(async ({ page }) => {
  heard = []
  await openRunner(page)
})

async function openRunner(page: Page) {
  await page.goto('/')
  await page.evaluate(
    `${bundled}; globalThis.bundled = bundled; globalThis.runner = bundled.createRunner(); 0`,
  )
}

const outsidePort = () => {
  const address = outside.address()
  return address && typeof address === 'object' ? address.port : 0
}
const request = (language: RunRequest['language'], files: Files, input = ''): RunRequest => ({
  language,
  entry: Object.keys(files)[0] ?? '',
  input,
  files: Object.entries(files).map(([path, text]) => ({ path, text })),
})
const run = (page: Page, ...given: Parameters<typeof request>): Promise<RunResult> =>
  page.evaluate(
    (asked) => (globalThis as unknown as WithRunner).runner.run(asked),
    request(...given),
  )

test('programs in four languages run, and each language loads when it is first used', async ({
  page,
}) => {
  // Each language is loaded for the first time.
  test.slow()
  const asked: string[] = []
  page.on('request', (each) => {
    const { pathname } = new URL(each.url())
    if (/^\/(runtime|run-frame)/.test(pathname)) asked.push(pathname)
  })

  const script = await run(
    page,
    'javascript',
    {
      'main.js': `import { add } from './lib/add.js'
        console.log('Hello', prompt('Name?'), { sum: add(1, 2) })
        setTimeout(() => console.log('later'), 5)
        test('adds', () => expect(add(1, 2)).toBe(3))
        test('waits', async () => { await expect(Promise.resolve(1)).resolves.toBe(2) })`,
      'lib/add.js': 'export const add = (one, other) => one + other',
    },
    'Olu',
  )
  expect(script.output).toBe('Name? Olu\nHello Olu { sum: 3 }\nlater\n')
  expect(script.tests.map(({ name, passed }) => [name, passed])).toEqual([
    ['adds', true],
    ['waits', false],
  ])
  expect(script.tests[1]?.message).toContain('Expected 1 to be 2.')
  expect(script.outcome).toBe('failed')
  expect(asked.some((path) => /python|pyodide|pglite|sql/.test(path))).toBe(false)

  const typed = await run(page, 'typescript', {
    'main.ts': `import { Point } from './point.ts'
enum Mark { Low, High }
const point: Point = new Point(1, 2)
console.log(point.sum(), Mark.High)
function fail(): never { throw new TypeError('on line five') }
fail()`,
    'point.ts':
      'export class Point { constructor(private x: number, readonly y: number) {}\n sum() { return this.x + this.y } }',
  })
  expect(typed.output).toMatch(/^3 1\nTypeError: on line five\n\s+at fail \(main\.ts:5:/)

  const python = await run(
    page,
    'python',
    {
      'main.py': `import unittest, helper
print('Hello', input('Name? '), helper.twice(4))
class Twice(unittest.TestCase):
    def test_two(self): self.assertEqual(helper.twice(2), 4)
def test_three(): assert helper.twice(3) == 7, 'six it is'
`,
      'helper.py': 'def twice(n):\n    return n * 2\ndef fail():\n    return 1 / 0\n',
    },
    'Gia',
  )
  expect(python.output).toBe('Name? Gia\nHello Gia 8\n')
  expect(python.tests.map(({ name, passed }) => [name, passed])).toEqual([
    ['Twice.test_two', true],
    ['test_three', false],
  ])
  const raised = await run(page, 'python', {
    'main.py': 'import helper\nhelper.fail()',
    'helper.py': 'def fail():\n    return 1 / 0\n',
  })
  expect(raised.output).toMatch(/^Traceback.*\n {2}File "main\.py", line 2/)
  expect(raised.output).toContain('ZeroDivisionError: division by zero')
  expect(raised.output).not.toContain('<exec>')

  const sql = await run(page, 'sql', {
    'main.sql': `create table team (id int, name text);
insert into team values (1, 'Olu; Gia'), (2, null);
select * from team;
select *
from nowhere;`,
  })
  expect(sql.output).toContain(
    'INSERT 2\n id | name\n----+----------\n  1 | Olu; Gia\n  2 | NULL\n(2 rows)',
  )
  expect(sql.output).toContain('main.sql:5:6: ERROR: relation "nowhere" does not exist')
  expect(sql.outcome).toBe('failed')
  expect(asked.filter((path) => path === '/run-frame')).toHaveLength(1)
})

test('a worker in the sandbox has no network, storage, page or origin, whatever its script', async ({
  page,
  allowErrors,
}) => {
  allowErrors(/./)
  const hostile = `
    const [http, ws] = ['http://localhost:${outsidePort()}', 'ws://localhost:${outsidePort()}']
    const told = {}
    const attempt = async (name, act) => {
      try { const got = await act(); told[name] = 'GOT ' + String(got) } catch (error) { told[name] = 'refused' }
    }
    const socket = (make) => new Promise((resolve, reject) => { const each = make(); each.onopen = resolve; each.onerror = reject })
    const all = async () => {
      await attempt('fetch out', () => fetch(http + '/fetch', { mode: 'no-cors' }))
      await attempt('fetch home', () => fetch('${new URL(page.url()).origin}/healthz', { mode: 'no-cors' }))
      await attempt('XMLHttpRequest', () => { const each = new XMLHttpRequest(); each.open('GET', http + '/xhr', false); each.send(); return each.status })
      await attempt('WebSocket', () => socket(() => new WebSocket(ws + '/ws')))
      await attempt('EventSource', () => socket(() => new EventSource(http + '/events')))
      await attempt('importScripts', () => importScripts(http + '/script'))
      await attempt('import', () => import(http + '/module'))
      await attempt('WebTransport', () => new WebTransport('https://localhost:${outsidePort()}/').ready)
      await attempt('worker', () => socket(() => new Worker(http + '/worker')))
      await attempt('indexedDB', () => new Promise((resolve, reject) => { const each = indexedDB.open('x'); each.onsuccess = resolve; each.onerror = reject }))
      await attempt('caches', () => caches.open('x'))
      await attempt('directory', () => navigator.storage.getDirectory())
      await attempt('document', () => document.cookie)
      await attempt('localStorage', () => localStorage.length)
      await attempt('parent', () => parent.document)
      await attempt('origin', () => { if (origin === 'null') throw 0; return origin })
    }
    onmessage = async ({ data }) => {
      if (data.type === 'load') return postMessage({ type: 'ready' })
      await all()
      postMessage({ type: 'output', text: JSON.stringify(told) })
      postMessage({ type: 'finished', passed: true })
    }`
  await page.route(/\/runtime\/javascript\./, (route) =>
    route.fulfill({ contentType: 'application/gzip', body: gzipSync(hostile) }),
  )
  const { output } = await run(page, 'javascript', { 'main.js': '' })
  const told = JSON.parse(output) as Record<string, string>
  expect(Object.keys(told)).toHaveLength(16)
  expect(Object.entries(told).filter(([, what]) => what !== 'refused')).toEqual([])
  expect(heard).toEqual([])
})

test('a web page preview cannot reach the page around it, our site or anybody else', async ({
  page,
  context,
  allowErrors,
}) => {
  allowErrors(/./)
  const before = page.url()
  const http = `http://localhost:${outsidePort()}`
  const shown = await run(page, 'html', {
    'index.html': `<!doctype html><link rel="stylesheet" href="look.css"><link rel="stylesheet" href="${http}/css">
      <h1 id="title">Hello</h1><img src="${http}/img"><iframe src="${http}/frame"></iframe>
      <form id="form" action="${http}/form" method="post"></form><a id="away" target="_top" href="${http}/top"></a>
      <script src="app.js"></script><script src="${http}/script"></script>`,
    'look.css': 'h1 { color: rgb(1, 2, 3) }',
    'app.js': `
      console.log('colour', getComputedStyle(title).color)
      const attempt = (name, act) => { try { console.log(name, 'GOT', String(act())) } catch { console.log(name, 'refused') } }
      attempt('parent', () => parent.document.title)
      attempt('top', () => top.document.cookie)
      attempt('cookie', () => document.cookie)
      attempt('localStorage', () => localStorage.length)
      attempt('sessionStorage', () => sessionStorage.length)
      attempt('frameElement', () => { if (!frameElement) throw 0; return frameElement })
      attempt('popup', () => { if (!window.open('${http}/popup')) throw 0 })
      attempt('top navigation', () => { top.location.href = '${http}/top' })
      attempt('origin', () => { if (origin === 'null') throw 0; return origin })
      attempt('WebRTC', () => new RTCPeerConnection())
      fetch('${http}/fetch').then(() => console.log('fetch GOT'), () => console.log('fetch refused'))
      navigator.sendBeacon('${http}/beacon')
      try { new WebSocket('${http.replace('http', 'ws')}/ws').onopen = () => console.log('ws GOT') } catch {}
      form.submit(); away.click()
      addEventListener('load', () => { location.href = '${http}/self' })`,
  })
  expect(shown.output).toContain('colour rgb(1, 2, 3)')
  for (const name of ['parent', 'top', 'cookie', 'localStorage', 'sessionStorage', 'frameElement'])
    expect(shown.output).toContain(`${name} refused`)
  for (const name of ['popup', 'top navigation', 'origin', 'WebRTC', 'fetch'])
    expect(shown.output).toContain(`${name} refused`)
  expect(shown.output).not.toContain('GOT')
  expect(heard).toEqual([])
  expect(page.url()).toBe(before)
  expect(context.pages()).toHaveLength(1)
})

test('an endless loop, a flood and a page that never ends are ended, and the next run works', async ({
  page,
  allowErrors,
}) => {
  allowErrors(/./)
  test.slow()
  const loop = await run(page, 'javascript', { 'main.js': 'console.log("on"); for (;;) {}' })
  expect(loop).toMatchObject({ outcome: 'timed_out' })
  expect(loop.output).toMatch(/^on\n/)

  const flood = await run(page, 'javascript', { 'main.js': 'for (;;) console.log("flood")' })
  expect(flood.outcome).toBe('stopped')
  expect(flood.output.length).toBeLessThanOrEqual(20_000)
  expect(flood.output).toMatch(/The output was cut after 19,800 characters/)

  const preview = await run(page, 'html', { 'index.html': '<script>for (;;) {}</script>' })
  expect(preview.output).toContain('Ended: a loop ran longer')

  const stopped = await page.evaluate(
    (asked) => {
      const stop = new AbortController()
      const { runner } = globalThis as unknown as WithRunner
      return runner.run(asked, { signal: stop.signal, onOutput: () => stop.abort() })
    },
    request('python', { 'main.py': 'print("on")\nwhile True: pass' }),
  )
  expect(stopped).toMatchObject({ outcome: 'stopped', output: 'on\n\nStopped.\n' })

  const next = await run(page, 'javascript', { 'main.js': 'console.log("fine")' })
  expect(next).toMatchObject({ outcome: 'passed', output: 'fine\n' })
})

test('a program that eats all memory takes nothing but its sandbox with it', async ({
  page,
  context,
  allowErrors,
}) => {
  allowErrors(/./)
  test.slow()
  // Playwright takes a frame's crash for its page's, so a second page of the same browser looks on.
  const onlooker = await context.newPage()
  await onlooker.goto('/')
  const bomb = request('javascript', {
    'main.js': 'const all = []; for (;;) all.push(new Array(100_000).fill(Math.random()))',
  })
  const after = request('javascript', { 'main.js': 'console.log("alive")' })
  await page.evaluate(
    ([first, second]) => {
      const { runner } = globalThis as unknown as WithRunner
      const both = async () => {
        if (!first || !second) return
        const ended = await runner.run(first)
        const { output } = await runner.run(second)
        localStorage.setItem('runs', JSON.stringify([ended.outcome, output]))
      }
      void both()
    },
    [bomb, after],
  )
  await expect
    .poll(() => onlooker.evaluate(() => localStorage.getItem('runs')), { timeout: 150_000 })
    .toMatch(/^\["(failed|timed_out)","alive\\n"\]$/)
})

test('pages let our two frames in and nobody frames the pages', async ({ page, request: http }) => {
  const policyOf = async (path: string) =>
    (await http.get(path)).headers()['content-security-policy'] ?? ''
  const { origin } = new URL(page.url())
  const ofPage = await policyOf('/')
  expect(ofPage).toContain(`frame-src ${origin}/run-frame ${origin}/run-frame/preview;`)
  expect(ofPage).toContain("frame-ancestors 'none'")
  // The formatter is a script of ours; nothing that is put together in a page becomes a worker.
  expect(ofPage).toContain("worker-src 'self';")
  expect(ofPage).not.toMatch(/wasm-unsafe-eval|unsafe-eval/)
  for (const path of ['/run-frame', '/run-frame/preview']) {
    const policy = await policyOf(path)
    expect(policy).toContain('sandbox allow-scripts;')
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).not.toContain('allow-same-origin')
    await page.goto(path)
    expect(await page.evaluate(() => self.origin)).toBe('null')
  }
  expect((await http.get('/runtime/..%2Fmigrate.js')).status()).toBe(404)
})
