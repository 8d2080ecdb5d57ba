import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { progress } from './progress.js'
import { Sentence } from './sentence.js'

const stamp = path.join('node_modules', '.prajix-installed')

function usesMusl() {
  return process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime
}

/** Whether a package's name says that it is the native half of something, made for this platform. */
function isNativeHere(name) {
  const systems = process.platform === 'win32' ? 'win32|windows' : process.platform
  const found = new RegExp(`(?:^|[-/])(?:${systems})-${process.arch}(-\\w+)?$`).exec(name)
  if (!found) return false
  if (found[1] === '-musl') return usesMusl()
  if (found[1] === '-gnu') return !usesMusl()
  return true
}

/**
 * A lock file made on one platform can lack the native packages of the others, and npm does not add
 * what the lock file leaves out.
 * @param {{ packages?: Record<string, { optionalDependencies?: Record<string, string> }> }} lock
 */
export function lacksNativePackages(lock) {
  const locked = new Set(
    Object.keys(lock.packages ?? {}).map((key) => key.slice(key.lastIndexOf('node_modules/') + 13)),
  )
  return Object.values(lock.packages ?? {}).some((entry) =>
    Object.keys(entry.optionalDependencies ?? {}).some(
      (name) => isNativeHere(name) && !locked.has(name),
    ),
  )
}

function fingerprint() {
  const hash = createHash('sha256')
  const { dependencies, devDependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8'))
  hash.update(JSON.stringify([dependencies, devDependencies, process.platform, process.arch]))
  hash.update(fs.readFileSync('package-lock.json'))
  return hash.digest('hex')
}

/** Installs what package-lock.json names, unless node_modules was made from exactly that. */
export async function install() {
  const wanted = fingerprint()
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return
  const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
  const args = [
    'install',
    '--include=dev',
    // Without it npm rewrites the committed lock file in its own version's manner.
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(lacksNativePackages(lock) ? ['--no-package-lock'] : []),
  ]
  // `npm start` tells where its own program lies; `node scripts/boot.js` finds npm on the PATH.
  const own = process.env.npm_execpath
  const [program, first] =
    own && path.basename(own) === 'npm-cli.js' ? [process.execPath, [own]] : ['npm', []]
  let output = ''
  const code = await progress('Installing dependencies', () => {
    const child = spawn(program, [...first, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && program === 'npm',
    })
    const keep = (chunk) => {
      output = (output + chunk).slice(-4_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
  })
  if (code !== 0)
    throw new Sentence(`npm could not install the dependencies:\n${output.trim() || 'no output'}`)
  fs.writeFileSync(stamp, wanted)
}
