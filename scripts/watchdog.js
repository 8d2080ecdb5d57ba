// A process of its own: when its owner dies without a goodbye (kill -9), its pipe closes, and it ends
// what the owner had started. Lines in: "+ pid SIGNAL" and "- pid".
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './is-alive.js'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

const watched = new Map()
let rest = ''
process.stdin.on('data', (chunk) => {
  const lines = (rest + chunk).split('\n')
  rest = lines.pop() ?? ''
  for (const line of lines) {
    const [sign, pid, signal] = line.split(' ')
    if (sign === '+') watched.set(Number(pid), signal)
    else watched.delete(Number(pid))
  }
})

function send(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // It is gone already.
  }
}

process.stdin.on('end', async () => {
  // What started last rests on what started first.
  for (const [pid, signal] of [...watched].reverse()) {
    send(pid, signal)
    for (let tries = 0; tries < 50 && isAlive(pid); tries++) await wait(100)
    send(-pid, 'SIGKILL')
    send(pid, 'SIGKILL')
  }
  process.exit(0)
})
