import type { Answer, Transport } from '@/components/realtime/transport'
import type { JoinRoomInput } from '@/contracts/inputs'

/** As many as the server takes in one call. */
const mostTogether = 50

type Asked = { input: JoinRoomInput; resolve: (answer: Answer<'room:join'>) => void }
const waiting = new WeakMap<Transport, Asked[]>()

/**
 * Joins a room, together with whatever else is joined over this connection in the same moment: after a
 * reconnect that is every open room, and one call catches up all of them.
 */
export function joinTogether(
  transport: Transport,
  input: JoinRoomInput,
): Promise<Answer<'room:join'>> {
  return new Promise((resolve) => {
    const already = waiting.get(transport)
    if (already) return already.push({ input, resolve })
    waiting.set(transport, [{ input, resolve }])
    return queueMicrotask(() => {
      const asked = waiting.get(transport) ?? []
      waiting.delete(transport)
      for (let from = 0; from < asked.length; from += mostTogether)
        void ask(transport, asked.slice(from, from + mostTogether))
    })
  })
}

async function ask(transport: Transport, asked: Asked[]) {
  const [only, ...others] = asked
  if (!only) return
  if (others.length === 0) return only.resolve(await transport.request('room:join', only.input))
  const answer = await transport.request('rooms:join', { rooms: asked.map(({ input }) => input) })
  for (const { input, resolve } of asked) {
    if (!answer.ok) resolve(answer)
    else
      resolve(
        answer.rooms.find(({ roomId }) => roomId === input.roomId) ?? {
          ok: false,
          code: 'Outdated',
          message: 'Prajix has been updated. Reload the page to go on.',
        },
      )
  }
}
