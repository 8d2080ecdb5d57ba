'use client'
import { useState } from 'react'
import { useAction } from '@/components/ui/use-action'
import type { FormState } from '@/contracts/form-state'
import { plainSkill } from '@/contracts/skill-name'
import type { ProposedSkill } from '@/contracts/views'
import { type ProposeSkill, useProposing } from './proposing'

const nowhere: ProposeSkill = async () => ({ status: 'idle', fields: {} })

export type Proposal = {
  /** Whether this word can be proposed here. */
  takes: (word: string) => boolean
  send: (name: string, note?: string) => Promise<FormState<ProposedSkill>>
  pending: boolean
  /** What came of the last one that was sent. */
  state: FormState<ProposedSkill>
  name: string
}

/** One field's proposing: what was sent last, and what came of it. */
export function useProposal(): Proposal {
  const action = useProposing()
  const { state, pending, run } = useAction(action ?? nowhere)
  const [name, setName] = useState('')
  return {
    takes: (word) => action !== null && plainSkill(word) !== '' && word.trim().length <= 40,
    send: (wanted, note = '') => {
      setName(wanted)
      return run({ name: wanted, note })
    },
    ...{ pending, state, name },
  }
}
