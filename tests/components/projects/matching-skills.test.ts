import { expect, it } from 'vitest'
import { beginsLike, matchingSkills } from '@/components/projects/matching-skills'
import { skills } from '@/db/skills'

const few = [
  { slug: 'django', name: 'Django' },
  { slug: 'go', name: 'Go', aliases: ['golang'] },
  { slug: 'kubernetes', name: 'Kubernetes', aliases: ['k8s'] },
  { slug: 'node.js', name: 'Node.js' },
]
const found = (query: string) => matchingSkills(few, query).map((skill) => skill.slug)

it('knows other words for it', () => {
  expect(found('k8s')).toEqual(['kubernetes'])
  expect(found('GoLang')).toEqual(['go'])
  expect(found('node js')).toEqual(['node.js'])
})

it('puts names that begin with the words first', () => {
  expect(found('go')).toEqual(['go', 'django'])
})

it('finds in the whole catalogue what people mean, first of all', () => {
  const first = (query: string) => matchingSkills(skills, query)[0]?.name
  const meant = {
    js: 'JavaScript',
    postgres: 'PostgreSQL',
    'Post gre': 'PostgreSQL',
    pg: 'PostgreSQL',
    ts: 'TypeScript',
    c: 'C',
    'c++': 'C++',
    cpp: 'C++',
    node: 'Node.js',
    k8s: 'Kubernetes',
    py: 'Python',
    a11y: 'Accessibility',
    'version con': 'Git',
    tailwind: 'Tailwind CSS',
    r: 'R',
  }
  for (const [query, name] of Object.entries(meant)) expect(first(query), query).toBe(name)
})

it('finds each skill first by its name, and by each of its other words', () => {
  for (const skill of skills) {
    expect(matchingSkills(skills, skill.name)[0]?.slug, skill.name).toBe(skill.slug)
    for (const alias of skill.aliases)
      expect(
        matchingSkills(skills, alias)
          .slice(0, 3)
          .map(({ slug }) => slug),
        alias,
      ).toContain(skill.slug)
  }
})

it('says by which other word it was found, and only then', () => {
  expect(matchingSkills(skills, 'postgres')[0]).not.toHaveProperty('by')
  expect(matchingSkills(skills, 'psql')[0]).toMatchObject({ name: 'PostgreSQL', by: 'psql' })
})

it('offers everything while nothing is typed, and nothing for what nobody means', () => {
  expect(matchingSkills(skills, ' . ')).toHaveLength(skills.length)
  expect(matchingSkills(skills, 'qqqq')).toEqual([])
})

it('tells whether something begins like what is typed: then that is meant, and nothing is missing', () => {
  for (const typed of ['go', 'djan', 'k8', 'js', ' node j'])
    expect(beginsLike(few, typed)).toBe(true)
  // Django holds it, and yet nobody who types it means Django.
  for (const typed of ['ango', 'gleam', 'go kit']) expect(beginsLike(few, typed)).toBe(false)
})
