import net from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { until } from '../support/realtime'
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy'

/** An echo that also keeps what it was told. */
let server: net.Server
let heard = ''
let proxy: TcpProxy
const sockets: net.Socket[] = []
beforeEach(async () => {
  heard = ''
  server = net.createServer((socket) => {
    socket.on('error', () => {})
    sockets.push(socket)
    socket.on('data', (chunk) => {
      heard += chunk.toString()
      socket.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  // The first does not answer: the second is taken.
  proxy = await startTcpProxy(() => [
    { host: '127.0.0.1', port: 1 },
    { host: '127.0.0.1', port },
  ])
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await proxy.close()
  await new Promise((resolve) => server.close(resolve))
})
async function open() {
  const socket = net.connect(proxy.port, '127.0.0.1')
  const client = { socket, said: '', ended: '' }
  sockets.push(socket)
  socket.on('data', (chunk) => {
    client.said += chunk.toString()
  })
  socket.on('error', (error: NodeJS.ErrnoException) => {
    client.ended = error.code ?? 'error'
  })
  socket.on('close', () => {
    client.ended ||= 'closed'
  })
  // A refusal may come before the library has said "connect".
  await new Promise<void>((resolve) => {
    socket.once('connect', resolve)
    socket.once('close', () => resolve())
  })
  return client
}
type Open = Awaited<ReturnType<typeof open>>
const echoes = (client: Open, text: string) => {
  client.socket.write(text)
  return until(`the echo of ${text}`, () => client.said.endsWith(text))
}

it('lets through, and keeps the order when a delay changes', async () => {
  const client = await open()
  await echoes(client, 'a')
  proxy.delay(60)
  client.socket.write('b')
  await until('it is under way', () => client.socket.bytesWritten === 2)
  proxy.delay(0)
  await echoes(client, 'c')
  expect([heard, client.said]).toEqual(['abc', 'abc'])
})

it('holds one way or both, and lets go on what waited', async () => {
  const client = await open()
  await echoes(client, 'a')
  proxy.hold('down')
  client.socket.write('b')
  await until('the server has it', () => heard === 'ab')
  expect(client.said).toBe('a')
  proxy.hold('up')
  client.socket.write('c')
  const later = await open()
  later.socket.write('d')
  await until('it has left', () => client.socket.writableLength === 0)
  expect([heard, client.said, proxy.connections()]).toEqual(['ab', 'a', 1])
  proxy.heal()
  await until('the echo', () => client.said === 'abc' && later.said === 'd')
  expect(client.ended).toBe('')
})

it('forgets connections for ever, and lets new ones through', async () => {
  const client = await open()
  await echoes(client, 'a')
  proxy.forget()
  client.socket.write('b')
  await echoes(await open(), 'c')
  proxy.heal()
  await echoes(await open(), 'd')
  expect([heard, client.said, client.ended]).toEqual(['acd', 'a', ''])
})

it('resets, cuts and heals', async () => {
  const client = await open()
  await echoes(client, 'a')
  proxy.reset()
  await until('it is reset', () => client.ended === 'ECONNRESET')
  const second = await open()
  await echoes(second, 'b')
  proxy.cut()
  await until('it is cut', () => second.ended === 'ECONNRESET')
  const refused = await open()
  await until('it is refused', () => refused.ended !== '')
  proxy.heal()
  await echoes(await open(), 'c')
})

it('springs a trap once, before or after the words have passed', async () => {
  const client = await open()
  await echoes(client, 'a')
  let sprung = 0
  proxy.trap('magic', 'after', () => sprung++)
  client.socket.write('a magic word')
  await until('the server has it', () => heard.endsWith('a magic word'))
  expect([sprung, client.said]).toEqual([1, 'a'])
  proxy.heal()
  await until('the answer', () => client.said.endsWith('a magic word'))
  proxy.trap('magic', 'before', () => sprung++)
  client.socket.write('magic')
  await until('it has sprung', () => sprung === 2)
  expect(heard.endsWith('a magic word')).toBe(true)
})
