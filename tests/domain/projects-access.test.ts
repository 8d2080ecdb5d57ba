import { expect, it } from 'vitest'
import {
  type MembershipStatus,
  membershipRoles,
  type ProjectStatus,
  projectStatuses,
} from '@/contracts/vocabulary'
import { applyRefusal } from '@/domain/access/applications'
import {
  canManageMember,
  canSeeProject,
  projectPermissions,
  type Standing,
} from '@/domain/access/projects'

const granted = (status: ProjectStatus, standing: Standing) =>
  Object.entries(projectPermissions(status, standing, false))
    .flatMap(([action, may]) => (may ? [action] : []))
    .join(' ')

it('grants outsiders nothing, and sight of public projects alone', () => {
  for (const status of projectStatuses) {
    expect(granted(status, null)).toBe('')
    expect(canSeeProject(status, null)).toBe(status !== 'draft' && status !== 'archived')
  }
})

it('grants each role what its stage allows, and not a word more', () => {
  const table = Object.fromEntries(
    membershipRoles.map((role) => [
      role,
      Object.fromEntries(
        projectStatuses.map((status) => [
          status,
          granted(status, { role, status: status === 'completed' ? 'completed' : 'active' }),
        ]),
      ),
    ]),
  )
  const lead = 'edit decide changeStatus manageMembers leave enterRoom'
  const recruiting = 'edit decide invite changeStatus manageMembers leave enterRoom'
  const owning = (words: string) => words.replace('manageMembers', 'manageMembers handOver')
  expect(table).toEqual({
    owner: {
      draft: owning(lead),
      open: owning(recruiting),
      in_progress: owning(recruiting),
      completed: lead,
      paused: owning(lead),
      abandoned: owning(lead),
      archived: 'decide manageMembers handOver leave enterRoom',
    },
    maintainer: {
      draft: lead,
      open: recruiting,
      in_progress: recruiting,
      // Only the archive is left to go to, and that is the owner's.
      completed: 'edit decide manageMembers leave enterRoom',
      paused: lead,
      abandoned: lead,
      archived: 'decide manageMembers leave enterRoom',
    },
    member: Object.fromEntries(projectStatuses.map((status) => [status, 'leave enterRoom'])),
  })
})

it('grants an inactive lead nothing but the room and the way out', () => {
  for (const role of membershipRoles)
    expect(granted('open', { role, status: 'inactive' })).toBe('leave enterRoom')
})

it('lets the owner manage all, maintainers members only, and members nobody', () => {
  const may = (actor: (typeof membershipRoles)[number], status: MembershipStatus = 'active') =>
    membershipRoles.filter((role) =>
      canManageMember({ role: actor, status }, { role, status: 'active' }),
    )
  expect(may('owner')).toEqual(['owner', 'maintainer', 'member'])
  expect(may('maintainer')).toEqual(['member'])
  expect(may('member')).toEqual([])
  expect(may('owner', 'inactive')).toEqual([])
  expect(canManageMember(null, { role: 'member', status: 'active' })).toBe(false)
})

it('refuses to ask for a seat for exactly one reason at a time', () => {
  const free = {
    signedIn: true,
    standing: null,
    status: 'open',
    acceptingMembers: true,
    freeSeats: 1,
    blocked: false,
    pending: 4,
  } as const
  expect(applyRefusal(free)).toBeNull()
  const reasons = [
    applyRefusal({ ...free, signedIn: false }),
    applyRefusal({ ...free, standing: { role: 'member', status: 'inactive' } }),
    applyRefusal({ ...free, status: 'paused' }),
    applyRefusal({ ...free, acceptingMembers: false }),
    applyRefusal({ ...free, freeSeats: 0 }),
    applyRefusal({ ...free, blocked: true }),
    applyRefusal({ ...free, pending: 5 }),
  ]
  expect(new Set(reasons).size).toBe(7)
  expect(reasons.join(' ')).not.toMatch(/block/)
})
