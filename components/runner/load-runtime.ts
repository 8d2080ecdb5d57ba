import type { Engine, RuntimeManifest } from './protocol'

/** What the frame needs to run a language: the worker's script and the language's own files. */
export type Runtime = { script: string; assets: Record<string, ArrayBuffer> }

async function get(name: string): Promise<Response> {
  const answer = await fetch(`/runtime/${name}`)
  if (!answer.ok) throw new Error('The language could not be loaded. Try again in a moment.')
  return answer
}

/** The unpacked content of a file. */
async function unpack(name: string): Promise<Response> {
  const { body } = await get(name)
  if (!body) throw new Error('The language came empty. Try again in a moment.')
  return new Response(body.pipeThrough(new DecompressionStream('gzip')))
}

/**
 * Fetches a language from our own server: the frame has no network and is handed everything. Browsers
 * keep the files, so only the first run ever waits for them.
 * @throws Error when they cannot be had.
 */
export async function loadRuntime(engine: Engine): Promise<Runtime> {
  const manifest = (await (await get('manifest.json')).json()) as RuntimeManifest
  const { script, assets } = manifest[engine]
  const files = Object.entries(assets).map(
    async ([name, file]) => [name, await (await unpack(file)).arrayBuffer()] as const,
  )
  return {
    script: await (await unpack(script)).text(),
    assets: Object.fromEntries(await Promise.all(files)),
  }
}
