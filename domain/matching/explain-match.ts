import type { MatchPart, MatchPartName } from '@/contracts/matching'
import type { OpeningFacts, PersonFacts } from './facts'
import { skillFit } from './fit'
import type { Names } from './list-raises'
import type { Scored, scoreMatch } from './score-match'
import { splitScore } from './split-score'

/** Whom the sentences speak to: the person who is matched, or the team that looks at them. */
export type Voice = 'you' | 'they'

/**
 * The parts of a score in plain words, from the very result that ranks: their points add up to it.
 * @param scored what `scoreMatch` made of these two
 */
export function explainMatch(
  person: PersonFacts,
  opening: OpeningFacts,
  scored: ReturnType<typeof scoreMatch>,
  names: Names,
  voice: Voice,
): MatchPart[] {
  const words: Record<MatchPartName, string> = {
    skills: skillWords(person, opening, names, voice),
    learning: learningWords(person, opening, names, voice),
    hours: hoursWords(scored, voice),
    commitment: commitmentWords(person, opening, voice),
    level: levelWords(scored, voice),
    reliability: reliabilityWords(person, opening, voice),
  }
  return splitScore(scored).map(({ name, points }) => ({
    name,
    points,
    ...partValue(scored, name),
    text: words[name],
  }))
}

function partValue({ values }: Scored, name: MatchPartName) {
  if (name !== 'reliability') return values[name]
  const { answers, kept } = values
  return { value: (answers.value + kept.value) / 2, known: answers.known || kept.known }
}

const average = 'so this counts as average.'
const subject = { you: 'You', they: 'They' }

function list(words: string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function skillWords(person: PersonFacts, { skills }: OpeningFacts, names: Names, voice: Voice) {
  const who = subject[voice]
  if (skills.length === 0) return `The role asks for no particular skills, ${average}`
  if (person.has.length === 0) return `${who} have not told any skills yet, ${average}`
  const levels = new Map(person.has.map(({ slug, level }) => [slug, level]))
  const missing = skills.filter(
    ({ slug, minimumLevel }) => skillFit(levels.get(slug) ?? 0, minimumLevel) < 1,
  )
  if (missing.length === 0) return `${who} have everything that the role asks for.`
  const lacking = list(missing.map(({ slug }) => names.skill(slug)))
  const met = skills.length - missing.length
  return `${who} have ${met} of the ${skills.length} skills that the role asks for, at the level it asks; still to come: ${lacking}.`
}

function learningWords(
  { steps, wants }: PersonFacts,
  { stepIds, teaches }: OpeningFacts,
  names: Names,
  voice: Voice,
) {
  const who = subject[voice]
  if (steps.length === 0 && wants.length === 0)
    return `${who} have not told what to learn yet, ${average}`
  const are = (state: string) =>
    steps.flatMap((step) =>
      step.state === state && stepIds.includes(step.stepId) ? names.step(step.stepId) : [],
    )
  const [learning, done] = [are('learning'), are('done')]
  const taught = wants.filter((slug) => teaches.includes(slug)).map(names.skill)
  const first =
    learning.length > 0
      ? `${who} are learning ${list(learning)}, which the project is about`
      : done.length > 0
        ? `${who} have done ${list(done)}, which the project is about`
        : steps.length === 0
          ? `${who} have not told what step ${voice} are at, so that counts as average`
          : `The project is about other steps than ${voice === 'you' ? 'yours' : 'theirs'}`
  return taught.length > 0
    ? `${first}, and it works with ${list(taught)}, which ${voice} want to learn.`
    : `${first}.`
}

function hoursWords({ minutes }: Scored, voice: Voice) {
  const who = subject[voice]
  if (minutes === null) return `${who} have not told free times yet, ${average}`
  const hours = Math.round(minutes / 30) / 2
  const whose = voice === 'you' ? 'you and the team' : 'they and the team'
  return hours === 0
    ? `This week ${whose} have no time in common.`
    : `This week ${whose} have ${hours} ${hours === 1 ? 'hour' : 'hours'} in common.`
}

function commitmentWords(
  { weeklyHours }: PersonFacts,
  { hoursPerWeek }: OpeningFacts,
  voice: Voice,
) {
  const takes = `The project takes ${hoursPerWeek} ${hoursPerWeek === 1 ? 'hour' : 'hours'} a week`
  return weeklyHours === null
    ? `${takes}; ${voice} have not told how many ${voice} have, ${average}`
    : `${takes} and ${voice} have ${weeklyHours}.`
}

function levelWords({ values }: Scored, voice: Voice) {
  const whose = voice === 'you' ? 'Your' : 'Their'
  if (!values.level.known)
    return `${subject[voice]} have none of the skills that the role names, ${average}`
  if (values.level.value >= 0.95) return `${whose} levels are what the role asks for.`
  return `${whose} levels are ${values.level.value >= 0.7 ? 'near' : 'not near'} what the role asks for.`
}

function reliabilityWords(
  { kept, promised }: PersonFacts,
  { answered, asked }: OpeningFacts,
  voice: Voice,
) {
  const team =
    asked === 0
      ? 'Nobody has asked the team yet'
      : `The team has answered ${answered} of ${asked} ${asked === 1 ? 'request' : 'requests'}`
  return promised === 0
    ? `${team}; ${voice} are new here, so that counts as average.`
    : `${team}; ${voice} have kept ${kept} of ${promised} ${promised === 1 ? 'promise' : 'promises'}.`
}
