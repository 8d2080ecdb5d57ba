import { describe, expect, it } from 'vitest'
import { checkPoll, fieldsFor } from '@/components/polls/check-poll'
import { parsePoll } from '@/components/polls/parse-poll'
import { pollCommand } from '@/components/rooms/commands/poll'
import type { PollView } from '@/contracts/polls'
import { enter, FakeRoom, personNamed, settle } from '../rooms/fake-room'

const [maya, linh] = [personNamed('Maya'), personNamed('Linh')]

describe('a poll in one go', () => {
  it('has its parts between bars or in lines', () => {
    const poll = { question: 'Where?', options: ['Here', 'There'], multiple: false }
    expect(parsePoll(' Where? | Here |There | ')).toEqual(poll)
    expect(parsePoll('Where?\n- Here\n\n2. There')).toEqual(poll)
    expect(parsePoll('Where?\nHere | now\nThere').options).toEqual(['Here | now', 'There'])
    expect(parsePoll('')).toEqual({ question: '', options: [], multiple: false })
  })

  it('is sent by the command when it is whole, else asked for, with what is there', async () => {
    const room = new FakeRoom()
    const { store } = enter(room, maya)
    await settle()
    const place = { store, threadId: null, zone: 'UTC' }
    expect(pollCommand.run('Where? | Here', place)).toEqual({ kind: 'form' })
    expect(pollCommand.run('', place)).toEqual({ kind: 'form' })
    expect(pollCommand.run('Where? | Here | here', place)).toEqual({
      kind: 'problem',
      message: 'This option is there already.',
    })
    const many = Array.from({ length: 11 }, (_, at) => at).join(' | ')
    expect(pollCommand.run(`Where? | ${many}`, place)).toMatchObject({ kind: 'problem' })
    expect(pollCommand.run('Where? | Here | There', place)).toEqual({ kind: 'done' })
    expect(store.getView().pending).toMatchObject([{ body: 'Where?', poll: { multiple: false } }])
    await settle()
    expect(store.getView().messages).toMatchObject([
      { body: 'Where?', poll: { options: [{ text: 'Here' }, { text: 'There' }] } },
    ])
  })
})

describe('the form', () => {
  it('says what is wrong beside its field, and leaves out what is empty', () => {
    const check = (question: string, options: string[]) =>
      checkPoll({ question, options, multiple: true })
    expect(check(' Where? ', ['Here', '', ' There '])).toEqual({
      question: 'Where?',
      poll: { options: ['Here', 'There'], multiple: true },
    })
    expect(check(' ', ['', 'Here', 'HERE'])).toEqual({
      problems: { question: 'Ask a question.', options: { 2: 'This option is there already.' } },
    })
    expect(check('Where?', ['Here', ''])).toEqual({
      problems: { options: { 1: 'Give at least two options.' } },
    })
  })

  it('has a field more than what is filled, up to ten', () => {
    expect(fieldsFor([])).toEqual(['', ''])
    expect(fieldsFor(['a', 'b'])).toEqual(['a', 'b', ''])
    expect(fieldsFor(['a', '', '', ''])).toEqual(['a', ''])
    const ten = Array.from({ length: 10 }, (_, at) => `${at}`)
    expect(fieldsFor(ten)).toEqual(ten)
    expect(fieldsFor([...ten, 'more'])).toHaveLength(11)
  })
})

describe('one’s own vote', () => {
  async function begin() {
    const room = new FakeRoom()
    const one = enter(room, maya)
    const other = enter(room, linh)
    await settle()
    other.store.ask('What?', { options: ['Tea', 'Cake', 'Fruit'], multiple: true })
    await settle()
    const [message] = one.store.getView().messages
    if (!message) throw new Error('no message')
    const chosen = ({ store }: typeof one) => {
      const poll = store.getView().messages[0]?.poll as PollView
      return poll.options.flatMap(({ personIds }, at) => (personIds.includes(maya.id) ? [at] : []))
    }
    return { room, one, other, id: message.id, chosen }
  }

  it('is shown at once; what is chosen meanwhile follows it, the last of several', async () => {
    const { room, one, other, id, chosen } = await begin()
    const votes = [[0], [0, 1], [1], [1, 2]].map((choices) => {
      const vote = one.store.vote(id, choices)
      expect(chosen(one)).toEqual(choices)
      return vote
    })
    expect(chosen(other)).toEqual([])
    expect(await Promise.all(votes)).toEqual([undefined, undefined, undefined, undefined])
    const told = room.events.flatMap((event) =>
      event.kind === 'poll:voted' ? [event.choices] : [],
    )
    expect(told).toEqual([[0], [1, 2]])
    expect([chosen(one), chosen(other)]).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  it('is taken back with what waits behind it when the server refuses', async () => {
    const { room, one, id, chosen } = await begin()
    await one.store.vote(id, [0])
    one.connection.refuse = (name) =>
      name === 'poll:vote' ? { ok: false, code: 'Conflict', message: 'Closed.' } : undefined
    const [first] = [one.store.vote(id, [1]), one.store.vote(id, [2])]
    expect(chosen(one)).toEqual([2])
    expect(await first).toBe('Closed.')
    expect(chosen(one)).toEqual([0])
    expect(room.events.filter(({ kind }) => kind === 'poll:voted')).toHaveLength(1)
  })

  it('ends with the poll', async () => {
    const { one, other, id } = await begin()
    const closing = other.store.closePoll(id)
    expect(other.store.getView().messages[0]?.poll?.closed).toBe(true)
    await closing
    expect(one.store.getView().messages[0]?.poll?.closed).toBe(true)
  })
})
