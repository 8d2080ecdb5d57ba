/** Paths of the frames that run people's programs, and what each is for. */
export const runFrames = { program: '/run-frame', preview: '/run-frame/preview' } as const

/** No origin of ours, no network, nobody but our own pages around it. */
const shared = [
  // Also when somebody opens the address by itself, outside of any frame.
  'sandbox allow-scripts',
  "default-src 'none'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
]

/**
 * What a frame that runs programs may do; undefined for every other path. Pages never get any of it.
 * A program runs in a worker, which inherits this. Languages are WebAssembly and text that is evaluated.
 */
export function runFramePolicy(pathname: string, nonce: string): string | undefined {
  if (pathname === runFrames.program)
    return [
      ...shared,
      `script-src 'nonce-${nonce}' 'unsafe-eval' 'wasm-unsafe-eval'`,
      'worker-src blob:',
    ].join('; ')
  if (pathname === runFrames.preview)
    return [
      ...shared,
      // The room's own page, whatever it says: it has nothing here that it could take or reach.
      "script-src 'unsafe-inline' 'unsafe-eval' blob:",
      "style-src 'unsafe-inline'",
      'img-src data: blob:',
      'font-src data:',
      'media-src data: blob:',
    ].join('; ')
}
