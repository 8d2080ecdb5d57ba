import { io, type Socket } from 'socket.io-client'
import { keepConnected, reconnecting } from '@/components/realtime/keep-connected'
import { SocketTransport } from '@/components/realtime/socket-transport'
import type { Answer, Refusal, Request } from '@/components/realtime/transport'
import { passes } from '@/components/realtime/transport'
import { type Clock, realClock } from '@/components/rooms/clock'
import { RoomStore } from '@/components/rooms/room-store'
import type { ClientEvents, ServerEvents } from '@/contracts/realtime'
import type { RoomPage } from '@/contracts/views'
import type { Actor } from '@/domain/actor'
import { getRoom } from '@/domain/rooms/get-room'
import { FakeShelf } from '../components/rooms/fake-room'
import type { ClientLog, History } from './history'
import { cookieOf, until } from './realtime'

/** The page's own transport, noting what became of each message. */
class NotedTransport extends SocketTransport {
  #fresh = false
  /** Refusals that pass, by their code: what its author sees as "waiting". */
  readonly waits = new Map<Refusal['code'], number>()
  /** Of this person's device: shared by the pages that follow each other. */
  notes: { log: ClientLog; sent: Set<string>; acked: Map<string, number> } | undefined

  override async request<Name extends Request>(name: Name, input: object): Promise<Answer<Name>> {
    if (name !== 'message:send') {
      const answer = await super.request(name, input)
      const { beforeSeq } = input as { beforeSeq?: number }
      if (name === 'room:load' && beforeSeq === Number.MAX_SAFE_INTEGER && answer.ok)
        this.#fresh = true
      return answer
    }
    const { clientId } = input as { clientId: string }
    this.noteSent(clientId)
    const answer = await super.request('message:send', input)
    if (answer.ok) {
      const { seq } = answer.event
      // A second ack that says the same is none.
      if (this.notes && this.notes.acked.get(clientId) !== seq) {
        this.notes.acked.set(clientId, seq)
        this.notes.log.note({ what: 'acked', clientId, seq })
      }
    } else if (passes(answer) || answer.code === 'Unknown')
      this.waits.set(answer.code, (this.waits.get(answer.code) ?? 0) + 1)
    else this.notes?.log.note({ what: 'refused', clientId, why: answer.code })
    return answer as Answer<Name>
  }
  noteSent(clientId: string) {
    if (!this.notes || this.notes.sent.has(clientId)) return
    this.notes.sent.add(clientId)
    this.notes.log.note({ what: 'sent', clientId })
  }
  /** Whether the page has just been read anew. */
  takeFresh() {
    const was = this.#fresh
    this.#fresh = false
    return was
  }
}

/** The page as whoever opens it now gets it; asked again while the database is away. */
async function readPage(actor: Actor, roomId: string): Promise<RoomPage> {
  let page: RoomPage | undefined
  let problem: unknown
  await until('the page can be read', async () => {
    page = await getRoom(actor, { roomId }).catch((error: unknown) => {
      problem = error
      return undefined
    })
    return page !== undefined
  }).catch(() => {})
  if (!page) throw problem
  return page
}

/**
 * A person's open room as a browser has it: the product's own store, outbox and stream over its own transport
 * and its own way of coming back. Notes in the history what was sent, acknowledged, refused and shown.
 * @param url where the person's browser reaches us; a proxy that leads to another node when one is gone
 */
export async function openMember(
  url: string,
  actor: Actor,
  roomId: string,
  history: History,
  options: { clock?: Clock; shelf?: FakeShelf; name?: string } = {},
) {
  const { clock = realClock, shelf = new FakeShelf(), name = actor.name } = options
  const log = history.client(name)
  const cookie = await cookieOf(actor)
  const { personId: id, handle, line } = actor
  const notes = { log, sent: new Set<string>(), acked: new Map<string, number>() }
  const shown = new Map<string, number>()
  let said = 0
  let from = 0

  function see() {
    const { messages } = store.getView()
    if (transport.takeFresh()) noteOpened()
    for (const { clientId, seq } of messages) {
      // Pages of the past that were asked for are no news.
      if (seq < from || shown.get(clientId) === seq) continue
      shown.set(clientId, seq)
      log.note({ what: 'shown', clientId, seq })
    }
  }
  function noteOpened() {
    const { messages, more } = store.getView()
    shown.clear()
    from = more ? (messages[0]?.seq ?? 0) : 0
    log.note({ what: 'opened', from })
  }
  function openPage(page: RoomPage) {
    const opened: Socket<ServerEvents, ClientEvents> = io(url, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie },
      ...reconnecting,
    })
    const over = new NotedTransport(opened, () => 'reconnecting')
    over.notes = notes
    keepConnected(opened, { ended() {}, unauthorised: () => true })
    const me = { id, handle, name: actor.name, line }
    const made = new RoomStore({ page, me, transport: over, shelf, clock })
    return { opened, over, made }
  }
  function closePage() {
    store.stop()
    socket.close()
  }
  function begin() {
    noteOpened()
    see()
    store.subscribe(see)
    store.start()
  }
  let { opened: socket, over: transport, made: store } = openPage(await readPage(actor, roomId))
  begin()

  const member = {
    actor,
    log,
    shelf,
    store: () => store,
    socket: () => socket,
    transport: () => transport,
    acked: () => log.count('acked'),
    isShown: (clientId: string, seq: number) => seq < from || shown.has(clientId),
    isLive: () => store.getView().phase === 'live' && transport.status() === 'online',
    /** @returns its client id */
    say(body = `${name} says ${++said}`): string {
      store.send(body, null)
      const clientId = store.getView().pending.at(-1)?.clientId ?? ''
      transport.noteSent(clientId)
      return clientId
    },
    hasSent: () => store.getView().pending.every(({ state }) => state === 'refused'),
    isShownUpTo: (seq: number) => (store.getView().messages.at(-1)?.seq ?? 0) >= seq,
    /** Closes the page and opens it again on the same device; by another way, when one is given. */
    async reload(by = url) {
      closePage()
      url = by
      const page = await readPage(actor, roomId)
      ;({ opened: socket, over: transport, made: store } = openPage(page))
      begin()
    },
    close: closePage,
  }
  await until(`${name} is in the room`, member.isLive)
  return member
}
export type Member = Awaited<ReturnType<typeof openMember>>

/** Each says so many messages a second. @returns stops them; what waits is still sent */
export function talk(members: Member[], perSecond: number): () => void {
  const timers = members.map((member, at) => {
    const every = 1_000 / perSecond
    const begin = setTimeout(
      () => {
        member.say()
        timers[at] = setInterval(() => member.say(), every)
      },
      (every * at) / members.length,
    )
    return begin as NodeJS.Timeout
  })
  return () => {
    for (const timer of timers) {
      clearTimeout(timer)
      clearInterval(timer)
    }
  }
}
