
export async function expireRequests(): Promise<{ expired: number }> {
  throw new Error('not written yet')
}
