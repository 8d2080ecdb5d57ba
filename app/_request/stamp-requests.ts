import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { addressHeader, clientAddress } from '@/app/_request/client-address'
import { beginRequest } from '@/app/_request/request-id'
import { env } from '@/env'

const last = (header: string | string[] | undefined) =>
  (Array.isArray(header) ? header.at(-1) : header) ?? null

/**
 * Notes each request's client address and id before Next sees it, and answers with the id. Next offers a page no
 * socket, and fills X-Forwarded-For from the socket only where the client has not written one itself, so that
 * header alone cannot be believed; nor can an id that no proxy of ours has written.
 */
export function stampRequests() {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const { TRUSTED_PROXIES } = env()
    const forwarded = request.headers['x-forwarded-for']
    const address = clientAddress(
      request.socket.remoteAddress,
      Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
      TRUSTED_PROXIES,
    )
    if (address) request.headers[addressHeader] = address
    else delete request.headers[addressHeader]
    const given = TRUSTED_PROXIES > 0 ? last(request.headers['x-request-id']) : null
    response.setHeader('X-Request-Id', beginRequest(given))
  })
}
