import fs from 'node:fs'

/** Clock ticks per second in /proc; the same on every Linux that Node runs on. */
const ticks = 100

type Stat = { pid: number; parent: number; cpu: number }

function readStat(pid: number): Stat | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const number = (at: number) => Number(fields[at])
    // utime, stime, and the same of children that have ended.
    const cpu = number(11) + number(12) + number(13) + number(14)
    return { pid, parent: number(1), cpu: (cpu * 1_000) / ticks }
  } catch {
    // It ended between being listed and being read; its time is its parent's by now.
    return null
  }
}

/** These processes and everything that they started. */
function treeOf(roots: number[]): Stat[] {
  const all = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)) ?? [])
  const inside = new Set(roots)
  for (let before = -1; before !== inside.size; ) {
    before = inside.size
    for (const { pid, parent } of all) if (inside.has(parent)) inside.add(pid)
  }
  return all.filter(({ pid }) => inside.has(pid))
}

/** Milliseconds of CPU, user and system, that these processes and all that they started have used. */
export function cpuOf(roots: number[]): number {
  return treeOf(roots).reduce((sum, { cpu }) => sum + cpu, 0)
}

/**
 * Memory of these processes and all that they started, in bytes: proportional set size, so that pages which
 * PostgreSQL's processes share are counted once.
 */
export function memoryOf(roots: number[]): number {
  return treeOf(roots).reduce((sum, { pid }) => {
    try {
      const rollup = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
      return sum + Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1_024
    } catch {
      return sum
    }
  }, 0)
}
