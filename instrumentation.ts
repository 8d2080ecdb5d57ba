/** Next calls this once, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { stampAddresses } = await import('@/app/_request/stamp-addresses')
  stampAddresses()
}
