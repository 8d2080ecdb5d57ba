'use client'
import { CircleAlert, X } from 'lucide-react'
import { SkillCombobox } from '@/components/projects/skill-combobox'
import { levelNames } from '@/components/projects/skill-levels'
import { IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import type { EditProfileInput } from '@/contracts/inputs'
import type { SkillOption } from '@/contracts/views'
import type { SkillIntent } from '@/contracts/vocabulary'

type Skills = EditProfileInput['skills']

const groups: { intent: SkillIntent; title: string; hint: string; add: string; level: number }[] = [
  {
    intent: 'has',
    title: 'Skills you have',
    hint: 'Teams see these when you ask for a seat.',
    add: 'Add a skill that you have',
    level: 3,
  },
  {
    intent: 'wants',
    title: 'Skills you want',
    hint: 'The level is the one you are aiming for.',
    add: 'Add a skill that you want to learn',
    level: 3,
  },
]

/** What a person has and what they want to learn, each from the catalogue and with a level. */
export function SkillsEditor({
  catalogue,
  skills,
  error,
  onChange,
}: {
  catalogue: SkillOption[]
  skills: Skills
  error?: string
  onChange: (skills: Skills) => void
}) {
  return (
    <div data-field="skills" className="grid gap-6 sm:grid-cols-2">
      {groups.map((group) => (
        <fieldset key={group.intent} className="flex min-w-0 flex-col gap-2">
          <legend className="font-display text-lg font-semibold">{group.title}</legend>
          <p className="mb-1 text-xs text-ink-3">{group.hint}</p>
          <SkillLines
            catalogue={catalogue}
            skills={skills}
            intent={group.intent}
            onChange={onChange}
          />
          <SkillCombobox
            label={group.add}
            skills={catalogue}
            chosen={skills.flatMap(({ slug, intent }) => (intent === group.intent ? slug : []))}
            onChoose={({ slug }) =>
              onChange([...skills, { slug, level: group.level, intent: group.intent }])
            }
          />
        </fieldset>
      ))}
      {error && (
        <p role="alert" className="flex items-start gap-1.5 text-sm text-bad sm:col-span-2">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  )
}

function SkillLines({
  catalogue,
  skills,
  intent,
  onChange,
}: {
  catalogue: SkillOption[]
  skills: Skills
  intent: SkillIntent
  onChange: (skills: Skills) => void
}) {
  const own = skills.filter((one) => one.intent === intent)
  if (own.length === 0) return null
  return (
    <ul className="flex flex-col gap-1.5">
      {own.map((skill) => {
        const name = catalogue.find(({ slug }) => slug === skill.slug)?.name ?? skill.slug
        return (
          <li key={skill.slug} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 text-sm font-semibold">{name}</span>
            <Select
              aria-label={`${name}: level`}
              className="w-36!"
              value={skill.level}
              onChange={(event) => {
                const level = Number(event.target.value)
                onChange(skills.map((one) => (one === skill ? { ...one, level } : one)))
              }}
            >
              {levelNames.map((word, place) => (
                <option key={word} value={place + 1}>
                  {place + 1} · {word}
                </option>
              ))}
            </Select>
            <IconButton
              label={`Take ${name} off`}
              onClick={() => onChange(skills.filter((one) => one !== skill))}
            >
              <X aria-hidden className="size-4" />
            </IconButton>
          </li>
        )
      })}
    </ul>
  )
}
