import fs from 'node:fs'
import { expect, it } from 'vitest'

/** Below these, each package has a published weakness that reaches us. */
const floor = {
  next: '16.2.11',
  'socket.io-parser': '4.2.7',
  ws: '8.20.1',
  'next-auth': '4.24.15',
  nodemailer: '7.0.7',
}

type Lock = { packages: Record<string, { version?: string }> }
const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as Lock

/** Every copy of a package that the lock file installs, also nested ones. */
function versionsOf(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([at]) => at === `node_modules/${name}` || at.endsWith(`/node_modules/${name}`))
    .map(([, entry]) => entry.version ?? '')
}

function isAtLeast(version: string, least: string): boolean {
  const [release = '', preRelease] = version.split('-')
  const parts = release.split('.').map(Number)
  for (const [index, wanted] of least.split('.').map(Number).entries()) {
    const part = parts[index] ?? 0
    if (part !== wanted) return part > wanted
  }
  return preRelease === undefined
}

it.each(Object.entries(floor))('every %s in the lock file is at least %s', (name, least) => {
  expect(versionsOf(name).filter((version) => !isAtLeast(version, least))).toEqual([])
})

it('what we surely depend on is really in the lock file', () => {
  for (const name of ['next', 'socket.io-parser', 'ws', 'next-auth'])
    expect(versionsOf(name), name).not.toEqual([])
})

it('versions compare by number, and a pre-release is below its release', () => {
  expect(isAtLeast('16.10.0', '16.2.11')).toBe(true)
  expect(isAtLeast('16.2.10', '16.2.11')).toBe(false)
  expect(isAtLeast('16.2.11-canary.3', '16.2.11')).toBe(false)
  expect(isAtLeast('17.0.0', '16.2.11')).toBe(true)
})
