import { channel } from '@/contracts/realtime'
import type { Notice } from '@/domain/publish'
import { findLostSeats } from '@/domain/rooms/find-lost-seats'
import { closeSeat } from './leave-seat'
import { listenForNotices } from './listen'
import type { LiveSessions } from './live-sessions'
import type { Node } from './node'
import { seatsWithDocuments } from './open-documents'
import type { Resync } from './resync'
import { forgetStandings, standingChanged } from './standing'

/** Acts on what PostgreSQL tells every node, for the sockets of this one. @returns stops hearing */
export function hearNotices(node: Node, sessions: LiveSessions, resync: Resync): () => void {
  const { io, log, presence, deliveries, documents } = node
  const failed = (error: unknown) => log.warn({ err: error }, 'a notice was not followed')
  const hear = (heard: Notice) => {
    if (heard.to === 'people') {
      // Emitting to no channel at all would be emitting to everybody.
      if (heard.personIds.length > 0)
        io.local.to(heard.personIds.map(channel.person)).emit(heard.signal, heard.ids)
    } else if (heard.to === 'sessions') sessions.end(heard.sessionIds)
    else if (heard.to === 'seat') closeSeat(node, heard)
    else if (heard.to === 'standing') standingChanged(node, heard)
    else if (heard.to === 'document') documents.hear(heard.documentId, heard.toSeq)
    else if ((deliveries.seqOf(heard.roomId) ?? heard.toSeq) < heard.toSeq)
      resync.room(heard.roomId).catch(failed)
  }
  // Whatever was revoked while nobody listened is found by asking about everybody here.
  const sweep = async () => {
    forgetStandings(io)
    await sessions.sweep()
    const seats = [...presence.seats(), ...seatsWithDocuments(io)]
    for (const seat of await findLostSeats(seats)) closeSeat(node, seat)
    await resync.all()
    await documents.all()
  }
  return listenForNotices(log, hear, () => void sweep().catch(failed))
}
