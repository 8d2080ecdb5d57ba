/** The closed sets of words of the product; database checks, forms and types all derive from here. */
export const stepStates = ['not_started', 'learning', 'done', 'skipped'] as const
export const skillIntents = ['has', 'wants'] as const
/** What became of a skill that somebody proposed: `merged` made it another word for one that was there. */
export const proposalStates = ['waiting', 'accepted', 'merged', 'declined'] as const
/** How many proposals of one person may wait at once. */
export const maximumWaitingProposals = 5
/** Who may invite a person: anybody, or only people who are on a team with them. */
export const contactability = ['everybody', 'teammates'] as const
export const projectStatuses = [
  'draft',
  'open',
  'in_progress',
  'completed',
  'paused',
  'abandoned',
  'archived',
] as const
export const openingStatuses = ['open', 'on_hold', 'filled', 'closed'] as const
export const applicationStatuses = [
  'pending',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'superseded',
] as const
export const invitationStatuses = ['pending', 'accepted', 'declined', 'revoked', 'expired'] as const
export const membershipRoles = ['owner', 'maintainer', 'member'] as const
export const membershipStatuses = ['active', 'inactive', 'left', 'removed', 'completed'] as const
export const roomKinds = ['project', 'step', 'direct'] as const
/** What of a room reaches its person outside of it. */
export const noticeLevels = ['all', 'mentions', 'none'] as const
/** Why a message is reported. */
export const reportReasons = ['harassment', 'spam', 'danger', 'other'] as const
/** `removed`: the message; `muted`: its author, and the message is removed too. */
export const reportStates = ['waiting', 'dismissed', 'removed', 'muted'] as const
/** Hours per week as lists of projects group them: up to 3, 4 to 6, 7 to 10, and more. */
export const hourBuckets = ['3', '6', '10', 'more'] as const

export type StepState = (typeof stepStates)[number]
export type SkillIntent = (typeof skillIntents)[number]
export type ProposalState = (typeof proposalStates)[number]
export type Contactability = (typeof contactability)[number]
export type ProjectStatus = (typeof projectStatuses)[number]
export type OpeningStatus = (typeof openingStatuses)[number]
export type ApplicationStatus = (typeof applicationStatuses)[number]
export type InvitationStatus = (typeof invitationStatuses)[number]
export type MembershipRole = (typeof membershipRoles)[number]
export type MembershipStatus = (typeof membershipStatuses)[number]
export type HourBucket = (typeof hourBuckets)[number]
export type RoomKind = (typeof roomKinds)[number]
export type NoticeLevel = (typeof noticeLevels)[number]
export type ReportReason = (typeof reportReasons)[number]
export type ReportState = (typeof reportStates)[number]

/** How long a pending application or invitation waits before it expires. */
export const requestLifetimeDays = 14
/** After how many days without an answer the owner is nudged. */
export const requestNudgeDays = 7
/** After how many days without a sign a member is asked whether they are still with the team. */
export const quietDays = 21
/** How many days they have to answer before the team's leads are told. */
export const quietAnswerDays = 7
/** Characters in the name of a saved search. */
export const maximumSearchName = 60
