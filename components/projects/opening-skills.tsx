'use client'
import { CircleAlert, X } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import type { SkillOption } from '@/contracts/views'
import type { DraftSkill } from './project-draft'
import { SkillCombobox } from './skill-combobox'
import { levelNames } from './skill-levels'

const most = 10

/** The skills of one role: each required or nice to have, from a level on. */
export function OpeningSkills({
  path,
  role,
  catalogue,
  skills,
  error,
  onChange,
}: {
  path: string
  role: string
  catalogue: SkillOption[]
  skills: DraftSkill[]
  error?: string
  onChange: (skills: DraftSkill[]) => void
}) {
  const nameOf = (slug: string) => catalogue.find((one) => one.slug === slug)?.name ?? slug
  const change = (slug: string, values: Partial<DraftSkill>) =>
    onChange(skills.map((one) => (one.slug === slug ? { ...one, ...values } : one)))
  return (
    <fieldset data-field={path} className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-semibold">
        Skills<span className="sr-only"> of {role}</span>
        <span className="font-normal text-ink-3"> (optional)</span>
      </legend>
      {skills.length > 0 && (
        <ul className="flex flex-col gap-1.5">
          {skills.map((skill) => {
            const name = nameOf(skill.slug)
            return (
              <li
                key={skill.slug}
                className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1.5 sm:grid-cols-[minmax(0,1fr)_8.5rem_9.5rem_auto]"
              >
                <span className="text-sm font-semibold">{name}</span>
                <IconButton
                  label={`Take ${name} off`}
                  onClick={() => onChange(skills.filter((one) => one.slug !== skill.slug))}
                  className="sm:order-last"
                >
                  <X aria-hidden className="size-4" />
                </IconButton>
                <Select
                  aria-label={`${name}: how much it matters`}
                  value={skill.required ? 'required' : 'nice'}
                  onChange={(event) =>
                    change(skill.slug, { required: event.target.value === 'required' })
                  }
                >
                  <option value="required">Required</option>
                  <option value="nice">Nice to have</option>
                </Select>
                <Select
                  aria-label={`${name}: lowest level`}
                  value={skill.minimumLevel}
                  onChange={(event) =>
                    change(skill.slug, { minimumLevel: Number(event.target.value) })
                  }
                >
                  {levelNames.map((level, place) => (
                    <option key={level} value={place + 1}>
                      {place + 1} · {level}
                    </option>
                  ))}
                </Select>
              </li>
            )
          })}
        </ul>
      )}
      {skills.length < most && (
        <SkillCombobox
          label={`Add a skill to ${role}`}
          skills={catalogue}
          chosen={skills.map(({ slug }) => slug)}
          onChoose={(skill) =>
            onChange([...skills, { slug: skill.slug, required: true, minimumLevel: 2 }])
          }
        />
      )}
      {error && (
        <p className="flex items-start gap-1.5 text-sm text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  )
}
