/** How often a fault is tried: a few times in every test run, and as often as promised in `test:faults`. */
export const rounds = (few: number, promised: number) =>
  process.env.PRAJIX_FAULTS === 'all' ? promised : few

/** What a node is started from: the sources, or in `test:faults` the bundle, which is up much sooner. */
export const nodeProgram =
  process.env.PRAJIX_FAULTS === 'all' ? ['--enable-source-maps', 'dist/realtime.js'] : undefined
