import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { addressHeader, clientAddress } from '@/app/_request/client-address'
import { env } from '@/env'

/**
 * Notes each request's client address before Next sees it. Next offers a page no socket, and fills
 * X-Forwarded-For from the socket only where the client has not written one itself, so that header
 * alone cannot be believed.
 */
export function stampAddresses() {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    const forwarded = request.headers['x-forwarded-for']
    const address = clientAddress(
      request.socket.remoteAddress,
      Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
      env().TRUSTED_PROXIES,
    )
    if (address) request.headers[addressHeader] = address
    else delete request.headers[addressHeader]
  })
}
