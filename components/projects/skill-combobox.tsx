'use client'
import { Combobox } from '@base-ui/react/combobox'
import { Plus } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { ProposalOutcome } from '@/components/skills/proposal-outcome'
import { useProposal } from '@/components/skills/use-proposal'
import { controlClass } from '@/components/ui/field'
import type { SkillOption } from '@/contracts/views'
import { beginsLike, type MatchedSkill, matchingSkills } from './matching-skills'

/** The option that proposes what is typed stands among skills; no skill has its slug. */
const proposing = ''

/**
 * Type to find a skill; choosing one hands it over and empties the field for the next. Inside of `Proposing`
 * a skill that the catalogue lacks can be proposed: what was typed then stays.
 */
export function SkillCombobox({
  skills,
  chosen = [],
  label,
  placeholder = 'Add a skill',
  onChoose,
}: {
  skills: SkillOption[]
  /** Slugs of what is not to be offered again. */
  chosen?: string[]
  label: string
  placeholder?: string
  onChoose: (skill: SkillOption) => void
}) {
  const [query, setQuery] = useState('')
  const proposal = useProposal()
  const found = useMemo(
    () => matchingSkills(skills, query).filter(({ slug }) => !chosen.includes(slug)),
    [skills, chosen, query],
  )
  const unknown = useMemo(() => query.trim() !== '' && !beginsLike(skills, query), [skills, query])
  const name = query.replace(/\s+/g, ' ').trim()
  // It comes after a pause: it would flash at every letter, and take over the highlight of what was found before.
  const [paused, setPaused] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setPaused(name), 200)
    return () => clearTimeout(timer)
  }, [name])
  const offered: MatchedSkill[] =
    unknown && paused === name && proposal.takes(name)
      ? [...found, { slug: proposing, name }]
      : found
  return (
    <>
      <Combobox.Root
        items={skills}
        filteredItems={offered}
        isItemEqualToValue={(one: SkillOption, other: SkillOption) => one.slug === other.slug}
        value={null}
        onValueChange={(skill: SkillOption | null) => {
          if (!skill) return
          if (skill.slug === proposing) {
            void proposal.send(skill.name)
            return
          }
          onChoose(skill)
          setQuery('')
        }}
        inputValue={query}
        onInputValueChange={(typed, { reason }) => {
          // Choosing puts the choice's name into the field, and closing clears it: not what was proposed.
          const ours =
            reason === 'item-press' || (reason === 'input-clear' && name === proposal.name)
          if (!ours) setQuery(typed)
        }}
        itemToStringLabel={(skill: SkillOption) => skill.name}
        // Enter on a slip of the pen must not propose it: that option is reached by the arrow keys.
        autoHighlight={found.length > 0}
      >
        <Combobox.Input
          aria-label={label}
          placeholder={placeholder}
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
                <div className="px-2.5 py-2 text-sm text-ink-2">
                  {unknown ? 'No skill goes by that name.' : 'What goes by that name is chosen.'}
                </div>
              </Combobox.Empty>
              <Combobox.List className="max-h-[min(18rem,var(--available-height))] overflow-y-auto overscroll-contain outline-none">
                {(skill: MatchedSkill) => (
                  <Combobox.Item
                    key={skill.slug}
                    value={skill}
                    className="flex min-h-11 cursor-default items-center justify-between gap-3 rounded-s px-2.5 text-sm outline-none data-[highlighted]:bg-sunken sm:min-h-8"
                  >
                    {skill.slug === proposing ? (
                      <span className="flex min-w-0 items-center gap-2">
                        <Plus aria-hidden className="size-4 shrink-0 text-ink-3" />
                        <span className="min-w-0 break-words">Propose “{skill.name}”</span>
                      </span>
                    ) : (
                      skill.name
                    )}
                    {skill.by && <span className="text-xs text-ink-3">{skill.by}</span>}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      <ProposalOutcome proposal={proposal} />
    </>
  )
}
