/** A sandboxed frame of ours in the page, and the one line to it. */
export type OpenFrame = { port: MessagePort; close(): void }

const loadDeadlineMs = 30_000

/**
 * Opens a frame that runs programs. It never gets our origin: without `allow-same-origin` its documents
 * have none, so no cookies, no storage and no way into this page.
 * @throws Error when it does not load.
 */
export async function openFrame(
  path: '/run-frame' | '/run-frame/preview',
  into: HTMLElement,
  look: { title: string; hidden: boolean },
): Promise<OpenFrame> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.referrerPolicy = 'no-referrer'
  frame.title = look.title
  if (look.hidden) {
    frame.tabIndex = -1
    frame.setAttribute('aria-hidden', 'true')
    frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden'
  } else frame.style.cssText = 'display:block;width:100%;height:100%;border:0;background:#fff'
  const { port1, port2 } = new MessageChannel()
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error('The sandbox did not load. Look at your connection and try again.')),
        loadDeadlineMs,
      )
      frame.onload = () => {
        clearTimeout(timer)
        resolve()
      }
      frame.src = path
      into.append(frame)
    })
  } catch (error) {
    frame.remove()
    throw error
  }
  frame.onload = null
  // A document without an origin cannot be named; the page's policy lets none but ours into the frame.
  frame.contentWindow?.postMessage('begin', '*', [port2])
  return {
    port: port1,
    close: () => {
      port1.close()
      frame.remove()
    },
  }
}
