import { loadPyodide } from 'pyodide'
import createPyodideModule from 'pyodide/pyodide.asm.mjs'
import { info } from 'pyodide/pyodide-lock.json'
import type { Program } from '../protocol'
import { pythonBootstrap } from './python-bootstrap'
import { type Assets, type Port, serve } from './worker-port'

const home = '/home/pyodide'
/** Where Pyodide believes its files to be; nothing is ever asked of it. */
const nowhere = 'https://runtime.invalid/'

/** Answers Pyodide's own requests from what the page has handed in. */
function answerFrom(assets: Assets) {
  const { fetch } = globalThis
  const { instantiateStreaming } = WebAssembly
  globalThis.fetch = async (asked) => {
    const name = String(asked instanceof Request ? asked.url : asked).replace(nowhere, '')
    const bytes = assets[name]
    // The module below takes the place of these bytes.
    return new Response(bytes instanceof ArrayBuffer ? bytes : null)
  }
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = assets['pyodide.asm.wasm']
    if (!(module instanceof WebAssembly.Module)) throw new Error('Python is not there.')
    return { module, instance: await WebAssembly.instantiate(module, imports) }
  }
  return () => {
    globalThis.fetch = fetch
    WebAssembly.instantiateStreaming = instantiateStreaming
  }
}

function writer(write: Port['write']) {
  const decoder = new TextDecoder()
  return {
    isatty: true,
    write: (bytes: Uint8Array) => {
      write(decoder.decode(bytes, { stream: true }))
      return bytes.length
    },
  }
}

async function load(assets: Assets, port: Port) {
  const giveBack = answerFrom(assets)
  const python = await loadPyodide({
    indexURL: nowhere,
    packageBaseUrl: nowhere,
    lockFileContents: { info, packages: {} } as never,
    createPyodideModule,
    env: { HOME: home, PYTHONDONTWRITEBYTECODE: '1' },
  } as Parameters<typeof loadPyodide>[0])
  giveBack()
  python.setStdout(writer(port.write))
  python.setStderr(writer(port.write))
  const own = python.toPy({})
  own.set('_report', (name: string, passed: boolean, message: string) =>
    port.report({ name, passed, message }),
  )
  python.runPython(pythonBootstrap, { globals: own })
  const runProgram = own.get('run_program') as (entry: string, input: string) => Promise<boolean>

  return async ({ entry, files, input }: Program) => {
    for (const { path, text } of files) {
      const at = `${home}/${path}`
      python.FS.mkdirTree(at.slice(0, at.lastIndexOf('/')))
      python.FS.writeFile(at, text)
    }
    return runProgram(entry, input)
  }
}

serve(load)
