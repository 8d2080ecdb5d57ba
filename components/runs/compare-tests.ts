import type { RunTest } from '@/components/runner/protocol'

export type ComparedTest = {
  name: string
  /** Null where this run had no such test. */
  before: boolean | null
  after: boolean | null
}

/** The tests of two runs by name, in the order of the later one; those that it lost come last. */
export function compareTests(before: RunTest[], after: RunTest[]): ComparedTest[] {
  // Names may repeat: the first of a name belongs to the first of that name.
  const left = [...before]
  const compared = after.map(({ name, passed }): ComparedTest => {
    const at = left.findIndex((one) => one.name === name)
    const [match] = at < 0 ? [] : left.splice(at, 1)
    return { name, before: match?.passed ?? null, after: passed }
  })
  return [...compared, ...left.map(({ name, passed }) => ({ name, before: passed, after: null }))]
}

/** What became of a test, in words; empty when nothing did. */
export function changeWords({ before, after }: ComparedTest): string {
  if (before === after) return ''
  if (before === null) return 'new'
  if (after === null) return 'gone'
  return after ? 'turned green' : 'turned red'
}
