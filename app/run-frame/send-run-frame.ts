import { readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * The document of a frame that runs programs: our script and nothing else. Its policy is the proxy's.
 * @param nonce of the policy, where that asks for one.
 */
export async function sendRunFrame(name: 'frame' | 'preview', nonce: string | null) {
  const folder = path.join(process.cwd(), 'dist', 'runner')
  const script = await readFile(/* turbopackIgnore: true */ path.join(folder, `${name}.js`), 'utf8')
  const mark = nonce ? ` nonce="${nonce}"` : ''
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Run</title><script type="module"${mark}>${script.replaceAll('</script', '<\\/script')}</script></html>`
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-DNS-Prefetch-Control': 'off',
    },
  })
}
