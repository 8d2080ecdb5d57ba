import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

export type Browser = { executablePath: string; args: string[]; env: Record<string, string> }

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
/** Nothing calls home, shared memory may be small, and root has no sandbox. */
const args = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

function starts(executablePath: string, env: Record<string, string> = {}): boolean {
  try {
    execFileSync(executablePath, ['--version'], {
      stdio: 'ignore',
      timeout: 60_000,
      env: { ...process.env, ...env },
    })
    return true
  } catch {
    return false
  }
}

function onSystem(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const paths = folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
  return [...paths, ...macPaths].find((each) => fs.existsSync(each) && starts(each))
}

/** Where the browser from npm is unpacked: beside it when we may write there, and only once. */
function unpackFolder(scratch: string): string {
  const beside = path.resolve('node_modules', '.cache', 'chromium')
  try {
    fs.mkdirSync(beside, { recursive: true })
    fs.accessSync(beside, fs.constants.W_OK)
    return beside
  } catch {
    return scratch
  }
}

/**
 * The package's own settings look for its fonts in /tmp alone, and a page without any font to fall
 * back on crashes this browser.
 */
function writeFontSettings(folder: string): string {
  const file = path.join(folder, 'fonts.conf')
  const folders = [path.join(folder, 'fonts'), '/usr/share/fonts']
  const lines = folders.map((each) => `  <dir>${each}</dir>`).join('\n')
  fs.writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${lines}
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  )
  return file
}

async function fromNpm(scratch: string): Promise<Browser> {
  const folder = unpackFolder(scratch)
  const before = { ...process.env }
  // The package unpacks under TMPDIR, brings its libraries only when it believes itself in this
  // runtime, and writes LD_LIBRARY_PATH into our own environment, where Node and PostgreSQL would
  // pick its libraries up: all three are for the browser alone.
  process.env.TMPDIR = folder
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const env = {
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: writeFontSettings(folder),
      HOME: folder,
    }
    let executablePath = await packed.executablePath()
    if (!starts(executablePath, env)) {
      // A run that was killed while unpacking left half a browser.
      fs.rmSync(executablePath)
      executablePath = await packed.executablePath()
    }
    return {
      executablePath,
      // Sites get processes of their own, as in every browser that people use; the shell alone does not.
      args: [...args, '--headless=shell', '--no-zygote', '--disable-gpu', '--site-per-process'],
      env,
    }
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'])
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
  }
}

/**
 * A Chromium to test with: CHROMIUM_PATH ("npm" means the one that npm installed), the system's,
 * Playwright's own when it is there, else the one that npm installed.
 * @param scratch a folder of this run, for what has to be unpacked.
 * @throws Error in one sentence when none starts.
 */
export async function findChromium(scratch: string): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH
  if (named === 'npm') return fromNpm(scratch)
  if (named && !starts(named)) throw new Error(`CHROMIUM_PATH=${named} does not start.`)
  const installed = named || onSystem()
  if (installed) return { executablePath: installed, args, env: {} }
  const own = chromium.executablePath()
  if (fs.existsSync(own) && starts(own)) return { executablePath: own, args, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return fromNpm(scratch)
  throw new Error('No Chromium was found: install one, or set CHROMIUM_PATH to it.')
}
