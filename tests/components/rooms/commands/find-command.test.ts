import { describe, expect, it } from 'vitest'
import { allCommands } from '@/components/rooms/commands/all-commands'
import { commands } from '@/components/rooms/commands/commands'
import { findCommand, suggestCommands } from '@/components/rooms/commands/find-command'

const known = [{ name: 'task' }, { name: 'code' }, { name: 'codex' }]
const read = (text: string) => {
  const found = findCommand(text, known)
  return found && [found.command.name, found.argument]
}

describe('a command', () => {
  it.each([
    ['/task', ['task', '']],
    ['/task ', ['task', '']],
    ['/task  Mend the roof ', ['task', 'Mend the roof']],
    ['/task\nMend\nthe roof', ['task', 'Mend\nthe roof']],
    ['/Task Mend', ['task', 'Mend']],
    ['/code ts', ['code', 'ts']],
    ['/codex', ['codex', '']],
  ])('is %j', (text, found) => expect(read(text)).toEqual(found))

  it.each([
    '/etc/hosts is wrong',
    '/tasks',
    '/task: mend',
    ' /task',
    'see /task',
    '\n/task',
    '/',
    '/ task',
    '//task',
    '',
    '/task/mend',
    '/constructor',
  ])('is not %j', (text) => expect(read(text)).toBeNull())

  it('has a name, a usage that begins with it, and a sentence, once each', () => {
    const names = allCommands.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual([...commands.map(({ name }) => name), 'help'])
    for (const { name, usage, help } of allCommands) {
      expect(name).toMatch(/^[a-z]+$/)
      expect(usage.startsWith(`/${name}`)).toBe(true)
      expect(help).toMatch(/^[A-Z].*\.$/)
    }
  })
})

it('commands are suggested by their beginning, at the very beginning', () => {
  const names = (text: string, caret = text.length) =>
    suggestCommands(text, caret, known)?.commands.map(({ name }) => name)
  expect(names('/')).toEqual(['task', 'code', 'codex'])
  expect(names('/CO')).toEqual(['code', 'codex'])
  expect(names('/code ts', 3)).toEqual(['code', 'codex'])
  expect(names('/x')).toEqual([])
  for (const text of ['', 'a /', '/task ', '\n/', '/etc/'])
    expect(suggestCommands(text, text.length, known)).toBeNull()
  expect(suggestCommands('/task', 0, known)).toBeNull()
})
