'use client'
import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { SkillCombobox } from '@/components/projects/skill-combobox'
import type { FormAction } from '@/contracts/form-state'
import type { SkillOption, SkillProposalView, SkillRef } from '@/contracts/views'
import { Decision } from './decision'

export function MergeDecision({
  proposal: { id, name, similar },
  catalogue,
  action,
}: {
  proposal: SkillProposalView
  catalogue: SkillOption[]
  action: FormAction
}) {
  const [offered, setOffered] = useState<SkillRef[]>(similar)
  const [slug, setSlug] = useState(similar[0]?.slug ?? '')
  const into = offered.find((one) => one.slug === slug)
  return (
    <Decision
      name={name}
      label="Merge"
      title={`Merge “${name}”`}
      description="It becomes another word for a skill that is there, and finds that one."
      confirm={{ label: into ? `Merge into ${into.name}` : 'Merge', look: 'accent' }}
      action={action}
      input={() => ({ proposalId: id, slug })}
      done={`“${name}” means ${into?.name} now`}
    >
      {(errors) => (
        <fieldset className="flex min-w-0 flex-col gap-2">
          <legend className="mb-1.5 text-sm font-semibold">The skill it belongs to</legend>
          {offered.length > 0 && (
            <div className="flex flex-col">
              {offered.map((one) => (
                <label
                  key={one.slug}
                  className="flex min-h-11 items-center gap-2.5 text-sm sm:min-h-8"
                >
                  <input
                    type="radio"
                    name={`into-${id}`}
                    checked={one.slug === slug}
                    onChange={() => setSlug(one.slug)}
                    className="size-4 accent-accent"
                  />
                  {one.name}
                </label>
              ))}
            </div>
          )}
          <SkillCombobox
            label="Find the skill it belongs to"
            placeholder={offered.length > 0 ? 'Find another skill' : 'Find a skill'}
            skills={catalogue}
            chosen={offered.map((one) => one.slug)}
            onChoose={(skill) => {
              setOffered([...offered, { slug: skill.slug, name: skill.name }])
              setSlug(skill.slug)
            }}
          />
          {errors.slug && (
            <p role="alert" className="flex items-start gap-1.5 text-sm text-bad">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {errors.slug}
            </p>
          )}
        </fieldset>
      )}
    </Decision>
  )
}
