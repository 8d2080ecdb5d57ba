import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { runShown } from './counted'
import { progress } from './progress.js'
import { Sentence } from './sentence.js'
import { watchOver } from './watch-over'

/** What is measured against lives in bench/ alone, and is installed when somebody measures. */
async function installPeers() {
  const wanted = fs.readFileSync(path.join('bench', 'package.json'), 'utf8')
  const stamp = path.join('bench', 'node_modules', '.prajix-installed')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return
  await progress("Installing the bench's peers", async () => {
    const args = ['install', '--no-audit', '--no-fund', '--loglevel=error']
    const child = spawn('npm', args, {
      cwd: 'bench',
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    watchOver(child)
    const code = await new Promise((resolve) => {
      child.once('error', () => resolve(1))
      child.once('close', resolve)
    })
    if (code !== 0) throw new Sentence('npm could not install what bench/ compares with.')
  })
  fs.writeFileSync(stamp, wanted)
}

/** Measures Prajix beside its peers; the last line of output is one JSON object. */
export async function bench([name = 'pair', ...flags]: string[]) {
  // The others bring their peers along.
  if (name === 'pair' || name === 'chat') await installPeers()
  const program = path.join('bench', name, 'main.ts')
  process.exitCode = await runShown(['--import', 'tsx', program, ...flags])
}
