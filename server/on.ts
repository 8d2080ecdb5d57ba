import { z } from 'zod'
import { id } from '@/contracts/inputs'
import type { Ack, ClientEventName, ClientEvents } from '@/contracts/realtime'
import type { Actor } from '@/domain/actor'
import { Invalid, RateLimited } from '@/domain/errors'
import { toFailure } from './acknowledge'
import type { Node } from './node'
import type { RealtimeSocket } from './realtime-server'

type AnswerOf<Name extends ClientEventName> =
  Parameters<ClientEvents[Name]> extends [unknown, Ack<infer Answer>] ? Answer : never
export type AnsweredEventName = Exclude<
  ClientEventName,
  'typing:start' | 'presence:set' | 'cursor:move' | 'run:print'
>
/**
 * What waits for files that somebody may hold for seconds, as keeping a version does: of one room only so
 * many wait at once, or they would hold all connections of the pool.
 */
const inTurn: ReadonlySet<ClientEventName> = new Set<ClientEventName>([
  'document:create',
  'document:move',
  'document:delete',
  'document:restore',
  'run:record',
  'wheel:turn',
  'version:save',
  'version:restore',
  'mark:add',
])
/**
 * So many events are handled at a time on one node; what comes beyond is refused before it costs anything, so
 * that those under way end soon and the rest can come again.
 */
const mostUnderWay = 3_000
/** Milliseconds: by then those under way are done, or the database is away. */
const shedFor = 1_000
const logOf = ({ log }: Node, { id: socketId, data }: RealtimeSocket, event: ClientEventName) =>
  log.child({ event, socketId, personId: data.actor.personId })
type Listening = { on(event: string, listener: (...args: unknown[]) => void): void }

/**
 * The one way a client event gets in: counted, parsed, handled as the socket's own person, and answered.
 * What a client sends is never trusted: without a callback as its last argument an event is ignored,
 * for its sender could not learn what became of it.
 */
export function on<Name extends AnsweredEventName, Schema extends z.ZodType>(
  node: Node,
  socket: RealtimeSocket,
  event: Name,
  schema: Schema,
  handle: (actor: Actor, input: z.output<Schema>) => Promise<AnswerOf<Name>>,
  limit = node.limitOf(socket),
) {
  const listen = async (input: unknown, ack: (answer: unknown) => void) => {
    const since = performance.now()
    let outcome = 'ok'
    let endTurn: (() => void) | undefined
    try {
      limit()
      const parsed = schema.safeParse(input)
      if (!parsed.success)
        throw new Invalid(parsed.error.issues[0]?.message ?? 'This cannot be understood.')
      const turn = inTurn.has(event) ? z.object({ roomId: id }).safeParse(input).data : undefined
      endTurn = turn && (await node.takeTurn(turn.roomId))
      ack({ ok: true, ...(await handle(socket.data.actor, parsed.data)) })
    } catch (error) {
      const failure = toFailure(error, logOf(node, socket, event))
      outcome = failure.code
      ack(failure)
    } finally {
      endTurn?.()
      node.metrics.answered(event, outcome, performance.now() - since)
    }
  }
  ;(socket as unknown as Listening).on(event, (...args) => {
    const ack = args.at(-1)
    if (typeof ack !== 'function') return
    if (node.underWay() >= mostUnderWay) {
      node.metrics.shed(event)
      return ack(toFailure(new RateLimited(shedFor), node.log))
    }
    node.track(listen(args.length > 1 ? args[0] : undefined, ack as (answer: unknown) => void))
  })
}
