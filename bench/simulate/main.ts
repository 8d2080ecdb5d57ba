import { parseArgs } from 'node:util'
import { round, table } from '../measure/numbers'
import { openMarket } from './market'
import { policies } from './policies'
import { type Outcome, runMarket } from './run-market'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } })
const seed = Number(values.seed)
const market = openMarket(seed, { projects: 2_000, people: 3_000 })
const outcomes = policies.map((policy) => ({
  policy: policy.name,
  ...runMarket(market, policy, seed),
}))

const keys: (keyof Outcome)[] = [
  ...([
    'filled',
    'zero_applicant',
    'gini',
    'gini_in_all',
    'ndcg_at_10',
    'wasted',
    'coverage_7d',
  ] as const),
]
console.log(
  table(
    ['policy', ...keys],
    outcomes.map((outcome) => [outcome.policy, ...keys.map((key) => outcome[key].toFixed(3))]),
  ),
)
const figures = Object.fromEntries(
  outcomes.map(({ policy, ...outcome }) => [
    policy,
    Object.fromEntries(keys.map((key) => [key, round(outcome[key], 4)])),
  ]),
)
console.log(JSON.stringify({ bench: 'simulate', seed, figures }))
