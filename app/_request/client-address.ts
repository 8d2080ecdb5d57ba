/** Carries the client's address from the socket to the page; whatever a client sends in it is replaced. */
export const addressHeader = 'x-prajix-address'

/**
 * The client's address. Each trusted proxy has appended the address that it saw, so the last
 * `trustedProxies` entries are theirs to vouch for and everything before is the client's own story.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string | null {
  const told = (forwardedFor ?? '').split(',').map((each) => each.trim())
  const hops = [...told.filter(Boolean), socketAddress ?? '']
  const seen = hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? ''
  // An IPv4 client of a dual-stack socket.
  return seen.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 64) || null
}
