import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Line } from '../pair/line'

/** y-websocket: a connection for each file. */
export async function connect(url: string): Promise<Line> {
  const providers: WebsocketProvider[] = []
  return {
    open: ({ documentId }) =>
      new Promise((resolve) => {
        const doc = new Y.Doc()
        const provider = new WebsocketProvider(url, documentId, doc, {
          WebSocketPolyfill: WebSocket as never,
          disableBc: true,
        })
        providers.push(provider)
        provider.once('sync', () => resolve({ doc, saves: [], unsaved: () => 0 }))
      }),
    close() {
      for (const provider of providers) provider.destroy()
    },
  }
}
