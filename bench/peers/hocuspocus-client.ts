import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Line } from '../pair/line'

/** Hocuspocus' own client; one connection carries any number of files. */
export async function connect(url: string): Promise<Line> {
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket })
  const providers: HocuspocusProvider[] = []
  return {
    open: ({ documentId }) =>
      new Promise((resolve) => {
        const document = new Y.Doc()
        const provider = new HocuspocusProvider({
          name: documentId,
          document,
          websocketProvider: socket,
          onSynced: () =>
            resolve({
              doc: document,
              saves: [],
              unsaved: () => provider.unsyncedChanges,
            }),
        })
        provider.attach()
        providers.push(provider)
      }),
    close() {
      for (const provider of providers) provider.destroy()
      socket.destroy()
    },
  }
}
