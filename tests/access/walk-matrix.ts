import { describe, expect, it } from 'vitest'
import {
  createTeamScenario,
  fingerprint,
  type Role,
  roles,
  type TeamScenario,
} from '../support/team-scenario'
import { matrix } from './matrix'

/** A team that no call has changed yet: a new one after each call that has. */
let untouched: { scenario: TeamScenario; print: string } | undefined
async function takeScenario() {
  untouched ??= { scenario: await createTeamScenario(), print: await fingerprint() }
  return untouched
}

/** Calls every second use-case, from the first or the second on, as every role. */
export function walkMatrix(from: 0 | 1) {
  const rows = Object.entries(matrix).filter((_, at) => at % 2 === from)
  describe.each(rows)('%s', (_name, row) => {
    it.each(roles)('%s', async (role: Role) => {
      const { scenario, print } = await takeScenario()
      const expected = row.allowed.includes(role) ? 'ok' : (row.except?.[role] ?? row.refusal)
      untouched = undefined
      const outcome = await row.call(scenario, scenario.people[role], role).then(
        () => 'ok',
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      )
      expect(outcome).toBe(expected)
      const now = await fingerprint()
      if (expected !== 'ok') expect(now).toBe(print)
      if (now === print) untouched = { scenario, print }
    })
  })
}
