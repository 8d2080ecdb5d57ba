import type * as Y from 'yjs'

/** Where a file is, for every subject: peers know the file's id alone. */
export type Place = { roomId: string; documentId: string }

/** A file that one editor has open: a real replica, kept by the subject's own client. */
export type Opened = {
  doc: Pick<Y.Doc, 'clientID' | 'store' | 'getText' | 'on' | 'transact'>
  /** Milliseconds from each change to its being acknowledged as stored, where a subject says so. */
  saves: number[]
  /** Changes that the server has not answered. */
  unsaved(): number
}

/** One person's connection to one node. */
export type Line = {
  open(place: Place): Promise<Opened>
  close(): void
}
/** Each client module's `connect`. @param cookie a session, where the subject asks who is there */
export type Connect = (url: string, cookie: string) => Promise<Line>

export type ClientName = 'prajix' | 'hocuspocus' | 'y-websocket'

/** A process loads one client alone: with two there would be two copies of Yjs in it. */
export async function loadClient(name: ClientName): Promise<Connect> {
  const file = name === 'prajix' ? './prajix-client.ts' : `../peers/${name}-client.ts`
  const { connect } = (await import(file)) as { connect: Connect }
  return connect
}
