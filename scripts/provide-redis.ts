import { execFile, execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { promisify } from 'node:util'
import { progress } from './progress.js'

const run = promisify(execFile)

function onPath(): boolean {
  return ['redis-server', 'valkey-server'].some((binary) => {
    try {
      execFileSync(binary, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

/** Sees to it that the tests find a Redis, where one can be had. @returns whether they will. */
export async function provideRedis(): Promise<boolean> {
  if (process.env.REDIS_URL || onPath()) return true
  if (process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) return false
  // Runlevel 1 keeps the package from starting a server of its own.
  const options = {
    timeout: 120_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  }
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'redis-server']
  try {
    await progress("Installing Debian's Redis for the tests", async () => {
      try {
        await run('apt-get', install, options)
      } catch {
        await run('apt-get', ['update', '-qq'], options)
        await run('apt-get', install, options)
      }
    })
  } catch {
    return false
  }
  return onPath()
}
