const interactive = Boolean(process.stdout.isTTY) && !process.env.CI

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs `work` under a line that tells what is going on and for how long.
 * @template T
 * @param {string} label such as "Building"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function progress(label, work) {
  const since = Date.now()
  const write = (text) => process.stdout.write(interactive ? `\r\x1b[K${text}` : `${text}\n`)
  write(`  ${label} …`)
  const timer = setInterval(
    () => write(`  ${label} … ${seconds(since)}`),
    interactive ? 200 : 15_000,
  )
  try {
    const result = await work()
    write(`  ${label} · ${seconds(since)}${interactive ? '\n' : ''}`)
    return result
  } catch (error) {
    write(`  ${label} · stopped after ${seconds(since)}${interactive ? '\n' : ''}`)
    throw error
  } finally {
    clearInterval(timer)
  }
}
