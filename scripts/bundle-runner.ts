import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { build as bundle, stop as stopBundler } from 'esbuild'
import type { RuntimeManifest } from '@/components/runner/protocol'

const sources = path.join('components', 'runner', 'sandbox')
const pyodide = path.join('node_modules', 'pyodide')
const pglite = path.join('node_modules', '@electric-sql', 'pglite', 'dist')
const assets = {
  javascript: [],
  python: [path.join(pyodide, 'pyodide.asm.wasm'), path.join(pyodide, 'python_stdlib.zip')],
  sql: ['pglite.wasm', 'initdb.wasm', 'pglite.data'].map((name) => path.join(pglite, name)),
}
const compress = promisify(gzip)

/**
 * Writes the file, compressed, under a name that changes with its content, so that browsers may keep it
 * for good. The page unpacks it itself: whatever stands between need not know.
 */
async function place(folder: string, name: string, content: Buffer): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16)
  const { name: stem, ext } = path.parse(name)
  const placed = `${stem}.${hash}${ext}.gz`
  const at = path.join(folder, placed)
  if (!fs.existsSync(at)) {
    // Never half a file under its final name.
    fs.writeFileSync(`${at}.part`, await compress(content, { level: 9 }))
    fs.renameSync(`${at}.part`, at)
  }
  return placed
}

/**
 * Bundles what runs people's programs inside the sandboxed frame, and lays the languages' own files
 * beside it, for `app/runtime` to serve.
 */
export async function bundleRunner() {
  const folder = path.join('dist', 'runner')
  fs.mkdirSync(folder, { recursive: true })
  const { outputFiles } = await bundle({
    entryPoints: ['frame', 'preview', 'javascript', 'python', 'sql'].map((name) =>
      path.join(sources, `${name}.ts`),
    ),
    outdir: 'runner',
    write: false,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    // Pyodide and PGlite ask for these in Node only.
    external: ['node:*', 'fs', 'path', 'url', 'crypto', 'ws', 'module', 'vm', 'child_process'],
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  })
  await stopBundler()
  const scripts = new Map(
    outputFiles.map((file) => [path.basename(file.path, '.js'), Buffer.from(file.contents)]),
  )
  const script = (name: string) => scripts.get(name) ?? Buffer.alloc(0)
  for (const name of ['frame', 'preview'])
    fs.writeFileSync(path.join(folder, `${name}.js`), script(name))
  const entry = async (engine: keyof typeof assets) =>
    [
      engine,
      {
        script: await place(folder, `${engine}.js`, script(engine)),
        assets: Object.fromEntries(
          await Promise.all(
            assets[engine].map(async (file) => [
              path.basename(file),
              await place(folder, path.basename(file), fs.readFileSync(file)),
            ]),
          ),
        ),
      },
    ] as const
  const manifest = Object.fromEntries(
    await Promise.all([entry('javascript'), entry('python'), entry('sql')]),
  ) as RuntimeManifest
  fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  const current = Object.values(manifest).flatMap((each) => [
    each.script,
    ...Object.values(each.assets),
  ])
  const kept = new Set(['frame.js', 'preview.js', 'manifest.json', ...current])
  for (const name of fs.readdirSync(folder)) if (!kept.has(name)) fs.rmSync(path.join(folder, name))
}
