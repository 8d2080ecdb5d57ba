import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { build as bundle, stop as stopBundler } from 'esbuild'
import { bundleRunner } from './bundle-runner'
import { progress } from './progress.js'
import { Sentence } from './sentence.js'
import { watchOver } from './watch-over'

const folders = ['app', 'components', 'contracts', 'db', 'domain', 'public', 'server']
const stamp = path.join('.next', 'prajix-built')

function* filesUnder(folder: string): Generator<string> {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(at)
    else yield at
  }
}

/** Changes with everything that a build is made from. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const top = fs
    .readdirSync('.')
    .filter((name) => /\.(ts|js|json)$/.test(name) && name !== 'next-env.d.ts')
  const nested = folders
    .filter((name) => fs.existsSync(name))
    .flatMap((name) => [...filesUnder(name)])
  const names = ['build', 'bundle-runner', 'migrate', 'database', 'moderator-job', 'name-moderator']
  const jobs = names.map((name) => `scripts/${name}.ts`)
  for (const file of [...top, ...nested, ...jobs].sort())
    hash.update(`${file}\0`).update(fs.readFileSync(file)).update('\0')
  return hash.digest('hex')
}

async function buildSite(signal?: AbortSignal) {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  watchOver(child)
  const kill = () => {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  }
  signal?.addEventListener('abort', kill)
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-8_000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  signal?.removeEventListener('abort', kill)
  if (code !== 0 && !signal?.aborted)
    throw new Sentence(`The site could not be built:\n${output.trim()}`)
}

/** Bundles our own code; packages stay in node_modules. */
export async function bundleProcesses() {
  await bundle({
    entryPoints: {
      realtime: 'server/main.ts',
      migrate: 'scripts/migrate.ts',
      moderator: 'scripts/moderator-job.ts',
      // Found beside the code that starts it, which is in the first bundle.
      'document-thread': 'domain/documents/document-thread.js',
      'match-thread': 'domain/matching/match-thread.ts',
    },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: 'tsconfig.json',
    sourcemap: 'linked',
    logLevel: 'error',
  })
  await stopBundler()
}

/**
 * Builds the site and the processes unless they were built from exactly these sources.
 * @param options.afresh throws the old build away first: a bundler's cache can keep a failure.
 */
export async function ensureBuilt(options: { afresh?: boolean; signal?: AbortSignal } = {}) {
  if (options.afresh) fs.rmSync('.next', { recursive: true, force: true })
  const wanted = fingerprint()
  const built = fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted
  const made = [
    'realtime.js',
    'migrate.js',
    'moderator.js',
    'match-thread.js',
    'runner/manifest.json',
  ]
  if (built && made.every((name) => fs.existsSync(path.join('dist', name)))) return
  fs.rmSync(stamp, { force: true })
  await progress('Building for production', async () => {
    await bundleProcesses()
    await bundleRunner()
    await buildSite(options.signal)
  })
  if (!options.signal?.aborted) fs.writeFileSync(stamp, wanted)
}

export async function build() {
  await ensureBuilt({ afresh: true })
}
