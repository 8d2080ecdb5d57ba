'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { FormAction } from '@/contracts/form-state'
import type { ProposedSkill } from '@/contracts/views'

export type ProposeSkill = FormAction<ProposedSkill>

const context = createContext<ProposeSkill | null>(null)

/** Lets the fields inside propose skills that the catalogue lacks; elsewhere they only choose. */
export function Proposing({ action, children }: { action: ProposeSkill; children: ReactNode }) {
  return <context.Provider value={action}>{children}</context.Provider>
}

export const useProposing = () => useContext(context)
