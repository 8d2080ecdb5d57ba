
export async function nudgeRequests(): Promise<{ nudged: number }> {
  throw new Error('not written yet')
}
