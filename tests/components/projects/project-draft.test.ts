import { describe, expect, it } from 'vitest'
import { errorAt, withoutErrorsAt } from '@/components/projects/field-errors'
import {
  draftFromText,
  emptyDraft,
  inputFromDraft,
  newOpening,
} from '@/components/projects/project-draft'
import { postProjectInput } from '@/contracts/inputs'

const start = emptyDraft('Europe/Lisbon')
const written = {
  ...start,
  title: 'Harbour bell',
  pitch: 'A bell that rings when the tide turns.',
  description: 'It rings over HTTP, and everybody on the pier hears it.',
  stepIds: ['internet'],
  openings: [{ ...newOpening(), title: 'Tester', seats: 2 }],
}

describe('a kept draft', () => {
  it('comes back as it was', () => {
    expect(draftFromText(JSON.stringify(written), start)).toEqual(written)
  })

  it.each([null, '', 'not json', '7', '{"openings":{}}', '{"openings":[1]}', '{"title":5}'])(
    'that is broken (%s) is no draft',
    (text) => {
      expect(draftFromText(text, start)).toBeNull()
    },
  )

  it('is sent in the shape that the server takes, without row keys', () => {
    const input = inputFromDraft(written)
    expect(postProjectInput.parse(input)).toMatchObject({ title: 'Harbour bell', hoursPerWeek: 5 })
    expect(input.openings[0]).not.toHaveProperty('key')
  })
})

describe('errors by path', () => {
  const errors = { title: 'Write a title.', 'openings.0.skills.1.slug': 'Choose a skill.' }

  it('are heard by the group above them', () => {
    expect(errorAt(errors, 'openings.0.skills')).toBe('Choose a skill.')
    expect(errorAt(errors, 'openings.0.title')).toBeUndefined()
  })

  it('go when the field or a group above it changes', () => {
    expect(withoutErrorsAt(errors, 'openings')).toEqual({ title: 'Write a title.' })
    expect(withoutErrorsAt(errors, 'pitch')).toBe(errors)
  })
})
