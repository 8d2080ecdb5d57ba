import { randomUUID } from 'node:crypto'
import { type ReactNode, useRef } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { safeNext } from '@/app/_auth/safe-next'
import { VersionList } from '@/components/history/version-list'
import { MarkCard } from '@/components/marks/mark-card'
import { MarkRow } from '@/components/marks/mark-row'
import { markMessage, taskTitle } from '@/components/marks/mark-words'
import { MarksProvider } from '@/components/marks/marks-context'
import { useMarkActions } from '@/components/marks/use-mark-actions'
import { quoteMessage } from '@/components/rooms/code-quote'
import { taskMessage } from '@/components/rooms/commands/task'
import { RoomProvider } from '@/components/rooms/room-context'
import { RoomPlacesProvider } from '@/components/rooms/room-places'
import { RunOutput } from '@/components/runner/run-output'
import { runMessage } from '@/components/runs/run-message'
import { TaskRow } from '@/components/tasks/task-row'
import { Avatar } from '@/components/ui/avatar'
import { MarkdownText } from '@/components/ui/markdown'
import type { RunView } from '@/contracts/documents'
import {
  applyInput,
  editProfileInput,
  handle,
  postProjectInput,
  sendMessageInput,
  signUpInput,
} from '@/contracts/inputs'
import type { MarkView } from '@/contracts/marks'
import { linkedIds, parseRoomLink } from '@/contracts/room-links'
import { enter, FakeRoom, personNamed } from '../components/rooms/fake-room'

// The address of a page, of which there is none here.
vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams() }))

/*
 * What people write comes out as text, whatever it looks like. The corpus goes through every kind of
 * field: Markdown (descriptions, bios, messages), single lines (names, titles), and addresses.
 */
const script = 'alert(document.domain)'
const markup = [
  `<script>${script}</script>`,
  `<ScRiPt src=//evil.example/x.js></sCrIpT>`,
  `<img src=x onerror=${script}>`,
  `<svg onload=${script}>`,
  `<svg><script>${script}</script></svg>`,
  `<svg><animate onbegin=${script} attributeName=x dur=1s>`,
  `<math><mtext><table><mglyph><style><!--</style><img src onerror=${script}>`,
  `<iframe srcdoc="<script>${script}</script>"></iframe>`,
  `<iframe src="javascript:${script}"></iframe>`,
  `<object data="javascript:${script}"></object>`,
  `<embed src="javascript:${script}">`,
  `<a href="javascript:${script}">x</a>`,
  `<form action="javascript:${script}"><button>x</button></form>`,
  `<button formaction="javascript:${script}">x</button>`,
  `<input autofocus onfocus=${script}>`,
  `<details open ontoggle=${script}>`,
  `<video><source onerror=${script}></video>`,
  `<body onload=${script}>`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${script}">`,
  `<link rel="stylesheet" href="https://evil.example/x.css">`,
  `<style>@import 'https://evil.example/x.css'</style>`,
  `<p style="background:url(javascript:${script})">x</p>`,
  `<noscript><p title="</noscript><img src=x onerror=${script}>">`,
  `"><script>${script}</script>`,
  `' onmouseover='${script}`,
  `" autofocus onfocus="${script}" x="`,
  `</title></textarea></style></script><script>${script}</script>`,
  `<!--><img src=x onerror=${script}>-->`,
  `<![CDATA[<img src=x onerror=${script}>]]>`,
  `<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${script}</x:script>`,
  `&lt;script&gt;${script}&lt;/script&gt;`,
  `\u003cscript\u003e${script}\u003c/script\u003e`,
  `{{constructor.constructor('${script}')()}}`,
  `<x/onclick=${script}>x`,
  `<a\thref="java\tscript:${script}">x</a>`,
]
const addresses = [
  `javascript:${script}`,
  `JaVaScRiPt:${script}`,
  ` javascript:${script}`,
  `\u0001javascript:${script}`,
  `java\nscript:${script}`,
  `java\tscript:${script}`,
  `java\u0000script:${script}`,
  `javascript&colon;${script}`,
  `&#106;avascript:${script}`,
  `&#x6A&#x61vascript:${script}`,
  `javascript://example.com/%0a${script}`,
  `vbscript:${script}`,
  `data:text/html,<script>${script}</script>`,
  'data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+',
  'blob:https://example.com/1',
  'file:///etc/passwd',
  'view-source:javascript:1',
  'feed:javascript:1',
  'x-apple.systempreferences:',
]
const wraps: [string, (address: string) => string][] = [
  ['a link', (address) => `[x](${address})`],
  ['a link in brackets', (address) => `[x](<${address}>)`],
  ['a picture', (address) => `![x](${address})`],
  ['a picture in a link', (address) => `[![x](${address})](${address})`],
  ['an autolink', (address) => `<${address}>`],
  ['a reference', (address) => `[x]\n\n[x]: ${address}`],
  ['a reference in brackets', (address) => `[x]\n\n[x]: <${address}> "${address}"`],
  ['a footnote', (address) => `x[^1]\n\n[^1]: [x](${address})`],
  ['a table', (address) => `|a|\n|-|\n|[x](${address})|`],
  ['code', (address) => `\`\`\`html\n<a href="${address}">\n\`\`\``],
]

const allowedTags = new Set(
  `div p a em strong del code pre span h1 h2 h3 h4 h5 h6 ul ol li blockquote hr br table thead tbody
   tr th td input sup section`.split(/\s+/),
)
const allowedAttributes = new Set(
  `class href rel target tabindex start type checked disabled id style
   data-footnote-ref data-footnotes data-footnote-backref aria-describedby aria-label`.split(/\s+/),
)

const schemes = ['http:', 'https:', 'mailto:']
/** As a browser reads it: entities decoded, white space dropped, a relative address on our own page. */
function schemeOf(href: string): string {
  const written = href.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<')
  return new URL(written.replaceAll('&gt;', '>').replaceAll('&amp;', '&'), 'https://prajix.test')
    .protocol
}

/** The tags that a browser would see; React writes every attribute in double quotes. */
function tagsOf(html: string) {
  return [...html.matchAll(/<([a-z][^\s/>]*)((?:[^">]|"[^"]*")*)>/gi)].map((match) => ({
    tag: match[1]?.toLowerCase() ?? '',
    attributes: [...(match[2] ?? '').matchAll(/([^\s"=/]+)(?:="([^"]*)")?/g)].map(
      ([, name = '', value = '']) => ({ name: name.toLowerCase(), value }),
    ),
  }))
}
function expectHarmless(html: string) {
  for (const { tag, attributes } of tagsOf(html)) {
    expect(allowedTags, html).toContain(tag)
    for (const { name, value } of attributes) {
      expect(allowedAttributes, html).toContain(name)
      if (name === 'href') expect(schemes, html).toContain(schemeOf(value))
      // Alignment of a table's cells is the only style that Markdown knows.
      if (name === 'style') expect(value).toMatch(/^text-align:(left|right|center)$/)
    }
  }
  expect(html).not.toMatch(/<(script|iframe|object|embed|style|svg|math|base|meta|link|form)/i)
}
const draw = (text: string) => renderToStaticMarkup(<MarkdownText>{text}</MarkdownText>)

describe('Markdown', () => {
  it.each(markup)('drops or shows %s', (payload) => {
    const inside = [
      '',
      '> ',
      '- ',
      '# ',
      '**',
      '[',
      '![',
      '    ',
      '| a |\n|-|\n| ',
      '[^1]\n\n[^1]: ',
    ]
    for (const before of inside) expectHarmless(draw(before + payload))
    for (const language of ['', 'html', 'ts', `ts" onclick="${script}`])
      expectHarmless(draw(`\`\`\`${language}\n${payload}\n\`\`\``))
    expectHarmless(draw(`\`${payload}\``))
    expectHarmless(draw(`[x](https://example.com "${payload}")`))
    expectHarmless(draw(`[${payload}](https://example.com) ![${payload}](https://example.com)`))
  })

  it.each(addresses)('makes no link to %j', (address) => {
    for (const [, wrap] of wraps) expectHarmless(draw(wrap(address)))
  })

  it('still makes links that people mean, which tell their target nothing', () => {
    const html = draw('[site](https://example.com/a?b=c#d) <me@example.com> www.example.com')
    const links = tagsOf(html).filter(({ tag }) => tag === 'a')
    expect(
      links.map(({ attributes }) => attributes.find((each) => each.name === 'href')?.value),
    ).toEqual(['https://example.com/a?b=c#d', 'mailto:me@example.com', 'http://www.example.com'])
    for (const { attributes } of links)
      expect(attributes).toContainEqual({ name: 'rel', value: 'noopener noreferrer nofollow' })
  })

  it('fetches nothing from elsewhere: pictures are links', () => {
    const html = draw('![a cat](https://evil.example/pixel.gif)')
    expect(html).not.toMatch(/<img|src=/)
    expect(html).toContain('href="https://evil.example/pixel.gif"')
  })

  it('does not let ids of one text take over what the page calls its own', () => {
    const html = draw('# constructor\n\nx[^__proto__]\n\n[^__proto__]: y')
    for (const { attributes } of tagsOf(html))
      for (const { name, value } of attributes)
        if (name === 'id') expect(value).toMatch(/^(user-content-|footnote-label$)/)
  })
})

describe('single lines', () => {
  it.each(markup)('keep %s as text', (payload) => {
    const name = payload.slice(0, 60)
    const parsed = signUpInput.shape.name.safeParse(name)
    expect(parsed.success).toBe(true)
    const person = { id: '1', handle: 'ada', name: parsed.data ?? '', line: 1 as const }
    const html = renderToStaticMarkup(
      <p title={person.name}>
        <Avatar person={person} size="l" />
        {person.name}
      </p>,
    )
    expect(html).not.toMatch(/<(script|img|iframe|object|embed|style|math|base|meta|link|form)/i)
    for (const { attributes } of tagsOf(html))
      for (const attribute of attributes) expect(attribute.name).not.toMatch(/^on/)
  })

  it('cannot turn the text around them, hide, or break the line', () => {
    const { name } = signUpInput.shape
    expect(name.parse('Ada\u202Emoc.live\u202C\u2066\u200B')).toBe('Adamoc.live')
    expect(name.parse('Ada\n\r\u2028Lovelace\u0000\u0007')).toBe('Ada Lovelace')
    for (const nothing of ['\u200B', '\u200D\u200C', '\u3164', '\u2060 \u00AD', '\u0000'])
      expect(name.safeParse(nothing).success, JSON.stringify(nothing)).toBe(false)
    for (const real of ['Zoë', '李雷', 'نور', 'שרה', '👩‍💻 Ada', "O'Brien", 'می‌خواهم'])
      expect(name.parse(real)).toBe(real.normalize('NFC'))
  })

  it.each(markup)('%s is no handle', (payload) => {
    expect(handle.safeParse(payload).success).toBe(false)
  })
})

const never = () => {}
const changed = async () => true
const at = new Date(0).toISOString()
const TaskOf = ({ title }: { title: string }) => {
  const task = { id: randomUUID(), title, state: 'todo', markId: randomUUID(), at } as const
  const nobody = { assigneeId: null, stepId: null, createdById: null }
  const moved = useRef(null)
  const shown = { steps: [], people: [], open: true, moved, mayDelete: true, onOpen: never }
  return <TaskRow task={{ ...task, ...nobody }} {...shown} onChange={changed} onDeleted={never} />
}
const MarkOf = (shown: { mark: MarkView; path: string | null }) => {
  const actions = useMarkActions()
  const rest = { line: null, mayDelete: true, actions, onGo: never, onDelete: never }
  return <MarkRow {...shown} {...rest} />
}

describe('what a room shows of its files', () => {
  const ids = Array.from({ length: 8 }, () => randomUUID())
  const [roomId = '', documentId = '', markId = '', runId = '', versionId = ''] = ids
  const anchor = { item: null, assoc: 0 }
  const author = personNamed('Ada')
  const markOf = (body: string, quote: string): MarkView => ({
    ...{ id: markId, documentId, from: anchor, to: anchor, author, at, resolved: null },
    ...{ body: body.slice(0, 1_000), quote: quote.slice(0, 500) },
  })
  const { store } = enter(new FakeRoom(), author)
  const inRoom = (shown: ReactNode) =>
    renderToStaticMarkup(
      <RoomProvider value={store}>
        <RoomPlacesProvider roomId={roomId}>
          <MarksProvider>{shown}</MarksProvider>
        </RoomPlacesProvider>
      </RoomProvider>,
    )
  it.each(markup)('is text: %s', (payload) => {
    const mark = markOf(payload, payload)
    const name = payload.slice(0, 80)
    const version = { id: versionId, seq: 1, reason: 'named', name, runId: null, at } as const
    const history = { versions: [{ ...version, person: author }], more: true, loading: false }
    const run = { path: payload, by: payload, durationMs: 1, output: payload }
    const tests = [{ name: payload, passed: false, message: payload }]
    const html = inRoom(
      <>
        <MarkCard mark={mark} place={() => payload} onClose={never} />
        <MarkOf mark={mark} path={payload} />
        <MarkOf mark={mark} path={null} />
        <TaskOf title={payload.slice(0, 200)} />
        <VersionList
          history={{ ...history, problem: payload }}
          chosenId={versionId}
          onChoose={never}
          onLoadOlder={never}
        />
        <RunOutput {...run} outcome="failed" tests={tests} />
      </>,
    )
    // Icons are drawn by the page itself.
    const tags = tagsOf(html).filter(
      ({ tag }) => !/^(svg|path|circle|rect|line|polyline)$/.test(tag),
    )
    expect(html).not.toMatch(/<(script|img|iframe|object|embed|style|math|base|meta|link|video)/i)
    for (const { tag, attributes } of tags)
      for (const { name, value } of attributes) {
        expect(name, tag).not.toMatch(/^on/)
        if (/^(href|src|action|formaction)$/.test(name)) expect(value).not.toMatch(/script:/i)
      }
  })

  it.each(markup)('can be said in the chat, as text or as code: %s', (payload) => {
    for (const quote of [
      payload,
      `\`\`\`\`\n${payload}\n\`\`\``,
      `\r\`\`\`\r${payload}`,
      `~~~\n${payload}`,
    ])
      for (const place of [payload, 'main.py, line 1'])
        expectHarmless(draw(markMessage(roomId, markOf(payload, quote), place)))
    const ran = { id: runId, path: payload, outcome: 'failed', tests: [] } as unknown as RunView
    expectHarmless(draw(runMessage(roomId, ran)))
    expectHarmless(draw(taskMessage(roomId, { id: runId, title: payload }, null)))
    const quote = { documentId: runId, path: payload, lines: { from: 1, to: 1 }, text: payload }
    expectHarmless(draw(quoteMessage(roomId, quote, 8_000)))
    expect(taskTitle(payload).length).toBeLessThanOrEqual(200)
  })

  it('leads to the room’s own runs and marks alone', () => {
    for (const address of addresses)
      expect(parseRoomLink(address, 'https://prajix.test')).toBeNull()
    const other = `https://evil.example/rooms/${roomId}?run=${runId}`
    expect(parseRoomLink(other, 'https://prajix.test')).toBeNull()
    const link = `/rooms/${roomId}?run=${runId}&mark=<script>`
    expect(parseRoomLink(link, 'https://prajix.test')).toEqual({ roomId, run: runId })
    expect(linkedIds(`${other} /rooms/${randomUUID()}?run=${runId}`, roomId, 'run')).toEqual([])
  })
})

describe('addresses', () => {
  const repository = postProjectInput.shape.repositoryUrl
  const { links } = editProfileInput.shape
  const bad = [
    ...addresses,
    'https://',
    '//evil.example',
    '/\\evil.example',
    'https:evil',
    'https://github.com@evil.example/x',
    'https://user:password@evil.example',
    'https://example.com/\u0000',
    'https://example.com/ x',
    'https://example.com/\u202Egpj.exe',
    'https://example.com/\ud800',
    `https://example.com/${'x'.repeat(400)}`,
    { toString: () => 'https://example.com' },
    ['https://example.com'],
  ]
  it.each(bad)('%j is refused as a repository and as a link', (address) => {
    // Blank means none; every other of these has to be said to be wrong.
    expect(repository.safeParse(address).success).toBe(false)
    expect(links.safeParse([address]).success).toBe(false)
  })
  it.each([
    'https://github.com/ada/tidewatch',
    'http://localhost:8080/x?y=z#@w',
    'https://münchen.de/é',
  ])('%s is taken', (address) => {
    expect(repository.parse(address)).toBe(address)
    expect(links.parse([address])).toEqual([address])
  })
  it('lose the white space that a browser would drop anyway', () => {
    expect(repository.parse('https://exa\nmple.com/a\tb')).toBe('https://example.com/ab')
  })
  it.each(addresses)('nobody is sent to %j after signing in', (address) => {
    expect(safeNext(address)).toBe('/')
  })
})

it('is stored as it was written, for it is text: nothing is escaped twice', () => {
  const body = `<b>${script}</b> & "quotes"`
  const ids = {
    roomId: '0198a5c2-1111-7000-8000-000000000001',
    clientId: '0198a5c2-1111-7000-8000-000000000002',
  }
  expect(sendMessageInput.parse({ ...ids, body }).body).toBe(body)
  expect(applyInput.parse({ openingId: ids.roomId, message: body }).message).toBe(body)
})
