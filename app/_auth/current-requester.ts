import { headers } from 'next/headers'
import { addressHeader } from '@/app/_request/client-address'
import type { Requester } from '@/domain/accounts/requester'

/** Who sends the request at hand, before anybody is signed in. */
export async function currentRequester(): Promise<Requester> {
  const sent = await headers()
  return { address: sent.get(addressHeader), userAgent: sent.get('user-agent') ?? '' }
}
