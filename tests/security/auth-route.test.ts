import { expect, it } from 'vitest'
import { POST } from '@/app/api/auth/[...nextauth]/route'

const to = (...path: string[]) => ({ params: Promise.resolve({ nextauth: path }) })
const url = 'http://prajix.test/api/auth/callback/credentials'

it('does not read a body that says it is too long', async () => {
  let read = false
  const body = new ReadableStream(
    {
      pull(stream) {
        read = true
        stream.error(new Error('read'))
      },
    },
    { highWaterMark: 0 },
  )
  const headers = { 'content-length': '50000000' }
  const request = new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  expect((await POST(request, to('callback', 'credentials'))).status).toBe(400)
  expect(read).toBe(false)
})

it.each(['_log', 'session', 'csrf', 'verify-request', '__proto__', 'constructor', ''])(
  'takes no post to %j',
  async (action) => {
    const request = new Request(url, { method: 'POST', body: 'x=y' })
    expect((await POST(request, to(action))).status).toBe(404)
  },
)

it.each(['null', '[', '"text"', '7', 'x'.repeat(20_000)])('refuses the JSON %s', async (body) => {
  const headers = { 'content-type': 'application/json' }
  const request = new Request(url, { method: 'POST', headers, body })
  const status = await POST(request, to('callback', 'credentials')).then(
    (answer) => answer.status,
    // Beyond the parsing it wants a request of Next's, which a test has not.
    (error: Error) => error.message.includes('outside a request scope'),
  )
  expect([400, true]).toContain(status)
})
