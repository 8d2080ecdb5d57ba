import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainSkill, slugOfSkill } from '@/contracts/skill-name'
import { skills } from '@/db/skills'

it.each([
  ['C++', 'c++', 'c++'],
  ['Node.js', 'node.js', 'nodejs'],
  ['Été à vélo', 'ete-a-velo', 'eteavelo'],
  ['  TCP / IP ', 'tcp-ip', 'tcpip'],
  ['机器学习', '', ''],
])('%s', (name, slug, plain) => {
  expect(slugOfSkill(name)).toBe(slug)
  expect(plainSkill(name)).toBe(plain)
})

it('is an address that inputs take, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(slugOfSkill(name)).toMatch(/^([a-z0-9+#.-]{1,40})?$/)
      expect(plainSkill(slugOfSkill(name))).toBe(plainSkill(name))
    }),
  )
})

it('tells the skills of the catalogue apart', () => {
  const plain = skills.map(({ name }) => plainSkill(name))
  expect(new Set(plain).size).toBe(skills.length)
})
