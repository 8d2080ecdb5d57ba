import { browseInput } from '@/contracts/inputs'
import { roadmaps } from '@/db/roadmaps'
import { skills } from '@/db/skills'
import { vocabulary, type World, wordOf } from './world'

/*
 * What people ask for. A word of rank r stands in about one project in (r + 1) / 6, as a project has some
 * sixty words: rare ones in a few hundred of a million, the commonest in nearly all.
 */

const steps = roadmaps[0].steps.map((step) => step.id)

export function openQuestions(world: World) {
  const { below, pick } = world
  const word = (from: number, to: number) => wordOf(from + below(to - from))
  const input = (fields: object) => browseInput.parse(fields)
  return {
    page: () =>
      input({
        ...{ sort: pick(['newest', 'newest', 'needed']), stage: pick(['open', 'open', 'any']) },
        step: pick([[], [], [pick(steps)]]),
        skill: pick([[], [], [skills[world.zipf(40)]?.slug ?? '']]),
      }),
    rare: () => input({ q: word(5_000, vocabulary) }),
    two: () => input({ q: `${word(20, 1_000)} ${word(20, 1_000)}` }),
    common: () =>
      input({
        q: pick([() => word(0, 5), () => word(0, 60), () => `${word(0, 10)} ${word(0, 10)}`])(),
        stage: pick(['open', 'any']),
        step: pick([[], [], [pick(steps)]]),
      }),
    facets: () =>
      input({
        q: pick(['', '', word(0, 20), word(20, 2_000)]),
        stage: pick(['open', 'open', 'any']),
        step: pick([[], [pick(steps)]]),
        skill: pick([[], [skills[world.zipf(60)]?.slug ?? '']]),
        hours: pick([[], [], ['6']]),
        ...{ near: pick([0, 0, 3]), zone: 'Europe/Berlin' },
      }),
    suggest: () => {
      const one = word(0, vocabulary)
      const typo = one.slice(0, 2) + one.slice(3)
      return { q: pick([one.slice(0, 2), one.slice(0, 3), one.slice(0, 5), one, typo]) }
    },
  }
}
export type Questions = ReturnType<typeof openQuestions>
