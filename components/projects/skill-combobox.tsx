'use client'
import { Combobox } from '@base-ui/react/combobox'
import { useMemo, useState } from 'react'
import { controlClass } from '@/components/ui/field'
import type { SkillOption } from '@/contracts/views'
import { type MatchedSkill, matchingSkills } from './matching-skills'

/** Type to find a skill; choosing one hands it over and empties the field for the next. */
export function SkillCombobox({
  skills,
  label,
  onChoose,
}: {
  skills: SkillOption[]
  label: string
  onChoose: (skill: SkillOption) => void
}) {
  const [query, setQuery] = useState('')
  const found = useMemo(() => matchingSkills(skills, query), [skills, query])
  return (
    <Combobox.Root
      items={skills}
      filteredItems={found}
      isItemEqualToValue={(one: SkillOption, other: SkillOption) => one.slug === other.slug}
      value={null}
      onValueChange={(skill: SkillOption | null) => {
        if (!skill) return
        onChoose(skill)
        setQuery('')
      }}
      inputValue={query}
      onInputValueChange={setQuery}
      itemToStringLabel={(skill: SkillOption) => skill.name}
      autoHighlight
    >
      <Combobox.Input
        aria-label={label}
        placeholder="Add a skill"
        className={controlClass}
        // Enter chooses here; it must never send the form around the field.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-50 outline-none">
          <Combobox.Popup className="w-[max(var(--anchor-width),14rem)] max-w-[var(--available-width)] rounded-m border border-line bg-surface p-1 shadow-raised">
            <Combobox.Empty>
              <div className="px-2.5 py-2 text-sm text-ink-2">No skill goes by that name.</div>
            </Combobox.Empty>
            <Combobox.List className="max-h-[min(18rem,var(--available-height))] overflow-y-auto overscroll-contain outline-none">
              {(skill: MatchedSkill) => (
                <Combobox.Item
                  key={skill.slug}
                  value={skill}
                  className="flex min-h-11 cursor-default items-center justify-between gap-3 rounded-s px-2.5 text-sm outline-none data-[highlighted]:bg-sunken sm:min-h-8"
                >
                  {skill.name}
                  {skill.by && <span className="text-xs text-ink-3">{skill.by}</span>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
