import { type FromPreview, maximumWritten, type ToPreview } from '../protocol'
import { makeConsole } from './console'
import { watchTurns } from './guard-loops'
import { inlineFiles } from './inline-files'
import { describeError, inspect } from './inspect'

/*
 * Runs inside the frame of a web page preview, and makes way for the room's own page. Like every frame
 * here it has no origin, no network and nothing of ours; only what the page prints goes out.
 */

const turn = '__prajixTurn'
const longestLoopMs = 3_000

addEventListener('message', function begin({ source, ports }: MessageEvent) {
  const [port] = ports
  if (source !== parent || !port) return
  removeEventListener('message', begin)
  const post = port.postMessage.bind(port)
  const send = (message: FromPreview) => post(message)
  let written = 0
  const write = (text: string) => {
    if (written > maximumWritten) return
    written += Math.max(1, text.length)
    send({ type: 'output', text: text.slice(0, maximumWritten + 1) })
  }
  const fail = (error: unknown) => {
    write(`${error instanceof Error ? describeError(error) : `Uncaught ${inspect(error, 1)}`}\n`)
    send({ type: 'failed' })
  }
  port.onmessage = ({ data }) => {
    const { program } = data as ToPreview
    port.onmessage = null
    const html = inlineFiles(program, turn)
    Object.assign(window, { console: makeConsole(write), [turn]: watchTurns(longestLoopMs) })
    // What reaches other machines by a way of its own, past the policy of the document.
    for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'open'])
      Reflect.deleteProperty(window, name)
    document.open()
    // Opening the document took all listeners away; these come before the page's own.
    addEventListener('error', (event) => {
      event.preventDefault()
      fail(event.error ?? event.message)
    })
    addEventListener('unhandledrejection', (event) => {
      event.preventDefault()
      fail(event.reason)
    })
    addEventListener('load', () => send({ type: 'loaded' }))
    document.write(html)
    document.close()
  }
})
