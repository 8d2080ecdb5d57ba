import { expect, it } from 'vitest'
import { safeNext } from '@/app/_auth/safe-next'
import { refusalSentence } from '@/app/_auth/sign-in-refusal'

it.each([
  '/',
  '/projects',
  '/projects?q=a&step=databases',
  '/rooms/1#end',
  '/@ada',
  '/sign-inside',
])('goes on to %s', (next) => expect(safeNext(next)).toBe(next))

it.each([
  undefined,
  null,
  '',
  ['/projects'],
  'projects',
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  ' //evil.example',
  '/sign-in?next=/x',
  '/sign-up',
  '/sign-out',
  '/api/auth/signout',
])('does not go to %j', (next) => expect(safeNext(next)).toBe('/'))

it('stays on this site for whatever begins with a slash', () => {
  for (const next of ['/a//b', '/a/..//b', '/@evil.example', '/?x=//evil', '/a:b@c'])
    expect(new URL(safeNext(next), 'http://ours.test').origin).toBe('http://ours.test')
})

it('never shows text from the address bar', () => {
  for (const code of ['<b>Call 555</b>', 'RateLimited.<b>', 'constructor', '__proto__.x'])
    expect(refusalSentence(code)).not.toMatch(/555|<b>|function|object/)
})
