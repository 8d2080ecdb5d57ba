/**
 * The result of `work`, or undefined when it takes longer than `patience` milliseconds: a Redis that is
 * cut off does not fail, it says nothing, and nobody should have to wait for it.
 */
export async function within<T>(patience: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience)
  })
  // Should it fail afterwards, nobody waits for it any more.
  work.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
