import type { AttachmentView } from './attachments'
import type { DocumentView, RunView, WheelView } from './documents'
import type { DraftView } from './drafts'
import type { MarkView } from './marks'
import type { MatchesPage, ProjectMatch } from './matching'
import type { MessageView, PersonView, PinView, ReadView, UnreadView } from './realtime'
import type { StandingView } from './rooms'
import type { TaskView } from './tasks'
import type { VersionView } from './versions'
import type {
  ApplicationStatus,
  HourBucket,
  InvitationStatus,
  MembershipRole,
  MembershipStatus,
  NoticeLevel,
  OpeningStatus,
  ProjectStatus,
  ReportReason,
  RoomKind,
  SkillIntent,
  StepState,
} from './vocabulary'
import type { WeekWindow } from './week-windows'

/*
 * What use-cases return to pages. Plain data, safe to hand to a client component:
 * dates are ISO strings in UTC, minutes count from midnight, ids are uuids or slugs.
 */

/** `line` is the roadmap line 1–5 that colours the step. */
export type StepRef = { id: string; position: number; title: string; line: 1 | 2 | 3 | 4 | 5 }

export type StepSummary = StepRef & {
  /** One sentence: what the step covers. */
  summary: string
  topics: string[]
  prerequisites: string[]
  openProjects: number
  learners: number
  /** The viewer's own state; `not_started` when signed out. */
  state: StepState
  /** When the viewer began or finished it. */
  since: string | null
}
export type StarterIdea = {
  slug: string
  title: string
  pitch: string
  /** 1 gentle · 2 solid · 3 demanding */
  difficulty: 1 | 2 | 3
}
export type RoadmapPage = {
  id: string
  title: string
  lines: { line: 1 | 2 | 3 | 4 | 5; title: string }[]
  steps: StepSummary[]
  openProjects: number
  done: number
  /** The step being learned, else the first that is not done. */
  currentStepId: string | null
  /** Starter ideas of the current step. */
  currentIdeas: StarterIdea[]
}
export type StepPage = StepSummary & {
  room: StepRoomView
  outcomes: string[]
  ideas: StarterIdea[]
  previous: StepRef | null
  next: StepRef | null
  prerequisiteSteps: StepRef[]
  projects: ProjectCard[]
  people: PersonCard[]
}
/** The room of a step, as its page offers it. */
export type StepRoomView = {
  /** Null while the viewer has no seat in it. */
  roomId: string | null
  mayEnter: boolean
}
/** The form's values that a starter idea fills in. */
export type ProjectPrefill = {
  title: string
  pitch: string
  description: string
  stepIds: string[]
  hoursPerWeek: number
  openings: { title: string; seats: number; skills: OpeningSkill[] }[]
}

export type SkillRef = { slug: string; name: string }
/** A skill to choose from, with what else people type when they mean it. */
export type SkillOption = SkillRef & { aliases?: string[] }
/** A reported message as moderators see it, with everybody's reasons. */
export type ReportView = {
  /** Of the oldest report: it stands for all about the message. */
  id: string
  createdAt: string
  body: string
  attachments: AttachmentView[]
  /** Of its poll, if it has one. */
  options: string[]
  deleted: boolean
  saidAt: string
  author: PersonView
  kind: RoomKind
  /** What the room is about. */
  where: string
  reports: { reason: ReportReason; details: string; name: string | null }[]
}
/** What came of proposing a skill: the catalogue has it, or it waits, with everybody who wants it. */
export type ProposedSkill =
  | { outcome: 'known'; skill: SkillRef }
  | { outcome: 'waiting'; name: string; supporters: number }
/** A proposal as moderators see it: not who wants it, but how many. */
export type SkillProposalView = {
  id: string
  name: string
  createdAt: string
  supporters: number
  /** What they say that it is; the earliest five. */
  notes: string[]
  /** Of the catalogue, the likest first; `by` is the other word that is like it. */
  similar: (SkillRef & { by?: string })[]
}
export type OpeningSkill = SkillRef & { required: boolean; minimumLevel: number }

export type ProjectCard = {
  id: string
  slug: string
  title: string
  pitch: string
  status: ProjectStatus
  acceptingMembers: boolean
  steps: StepRef[]
  /** Active members, the owner first. */
  members: PersonView[]
  /** Seats of all open openings, and how many are taken. */
  seats: number
  filled: number
  hoursPerWeek: number
  timeZone: string
  /** Median over the requests that its leads answered lately; null: too few to tell. */
  answerSeconds: number | null
  createdAt: string
}
/** How many, or about how many: counts of many are estimated from a sample. */
export type Count = { count: number; about: boolean }
export type BrowseFacets = {
  total: Count
  /** How many projects each value would show under the other filters. */
  steps: (StepRef & Count)[]
  skills: (SkillRef & Count)[]
  /** `role` is what a filter takes, `name` what a team calls it. */
  roles: ({ role: string; name: string } & Count)[]
  hours: ({ hours: HourBucket } & Count)[]
  seats: ({ seats: 2 | 3 } & Count)[]
  stages: ({ stage: 'open' | 'in_progress' | 'completed' } & Count)[]
}
export type BrowsePage = BrowseFacets & {
  projects: ProjectCard[]
  /** Pass back as `after` for the next page; null at the end. */
  next: string | null
  /** The words that were searched for instead, when nothing has the ones that were asked for. */
  corrected: string | null
}
/** What the words that are being typed could lead to. */
export type Suggestions = {
  projects: { slug: string; title: string }[]
  people: { handle: string; name: string }[]
  steps: { id: string; position: number; title: string }[]
}

export type OpeningView = {
  id: string
  title: string
  status: OpeningStatus
  seats: number
  filled: number
  skills: OpeningSkill[]
  /** The viewer's own request for this opening, if one waits. */
  pendingApplicationId: string | null
  pendingApplicationExpiresAt: string | null
  pendingInvitationId: string | null
}
export type MemberView = PersonView & {
  role: MembershipRole
  status: MembershipStatus
  /** Title of the opening they took; null for the owner. */
  opening: string | null
  timeZone: string
  joinedAt: string
}
/** What the viewer may do here: decided by domain/access, never by a component. */
export type ProjectPermissions = {
  edit: boolean
  decide: boolean
  invite: boolean
  changeStatus: boolean
  manageMembers: boolean
  handOver: boolean
  leave: boolean
  enterRoom: boolean
  apply: boolean
}
export type ProjectPage = ProjectCard & {
  description: string
  repositoryUrl: string | null
  windowStart: number
  windowEnd: number
  openings: OpeningView[]
  team: MemberView[]
  roomId: string | null
  viewer: { role: MembershipRole | null; timeZone: string | null; can: ProjectPermissions }
  /** Why asking is not possible now, in plain words; null when it is. */
  applyRefusal: string | null
  /** The viewer's own requests that wait, here and elsewhere, and how many may. */
  waiting: { requests: number; most: number }
  /** Stages that the viewer may move the project to. */
  nextStatuses: ProjectStatus[]
  pendingRequests: number
}

export type ApplicationCard = {
  id: string
  status: ApplicationStatus
  message: string
  reason: string | null
  createdAt: string
  decidedAt: string | null
  expiresAt: string
  opening: { id: string; title: string; seats: number; filled: number }
  project: { id: string; slug: string; title: string }
  person: PersonCard
  /** Skills of the opening that the person has at the level asked for, and those they lack. */
  meets: SkillRef[]
  lacks: SkillRef[]
}
export type InvitationCard = {
  id: string
  status: InvitationStatus
  message: string
  reason: string | null
  createdAt: string
  expiresAt: string
  opening: { id: string; title: string; seats: number; filled: number }
  project: { id: string; slug: string; title: string; pitch: string }
  person: PersonCard
  invitedBy: PersonView
}
/** A member who is away or has not said whether they are still here: their seat may be freed. */
export type QuietMember = PersonView & {
  /** Title of the opening they took; null when they took none. */
  opening: string | null
  reason: 'inactive' | 'unanswered'
}
export type RequestsBoard = {
  project: { id: string; slug: string; title: string }
  quiet: QuietMember[]
  applications: ApplicationCard[]
  invitations: InvitationCard[]
}
export type MyTeams = {
  projects: (ProjectCard & {
    role: MembershipRole
    /** The viewer is away: the owner may free the seat. */
    inactive: boolean
    /** The viewer is asked whether they are still with this team. */
    asked: boolean
    roomId: string
    unread: number
    pendingRequests: number
  })[]
  past: (ProjectCard & { role: MembershipRole; ended: MembershipStatus })[]
  applications: ApplicationCard[]
  invitations: InvitationCard[]
  /** How many of one person's requests may wait at once. */
  mostWaiting: number
  /** For who lost a seat to somebody else lately: what else they could join. */
  next: ProjectMatch[]
}

export type PersonCard = PersonView & { headline: string; timeZone: string; skills: SkillRef[] }
export type ProfilePage = PersonView & {
  headline: string
  bio: string
  timeZone: string
  weeklyHours: number | null
  links: string[]
  skills: (SkillRef & { level: number; intent: SkillIntent })[]
  steps: (StepRef & { state: StepState })[]
  projects: (ProjectCard & { role: MembershipRole; ended: MembershipStatus | null })[]
  /** In `windowsZone`: the viewer's own zone, or the person's for whoever is signed out. */
  windows: WeekWindow[]
  windowsZone: string
  joinedAt: string
  viewer: {
    isSelf: boolean
    hasBlocked: boolean
    canInviteTo: { openingId: string; label: string }[]
    /** Whether the viewer may open a direct room with them. */
    canMessage: boolean
  }
}
/** Somebody in the directory. */
export type PersonFound = PersonView & {
  headline: string
  timeZone: string
  weeklyHours: number | null
  /** The strongest first. */
  has: (SkillRef & { level: number })[]
  wants: SkillRef[]
  learning: StepRef[]
  /** Minutes a week in which both are there; null while one of the two has drawn no hours. */
  sharedMinutes: number | null
  /** What the two have in common, in sentences; empty when that is nothing. */
  why: string[]
  /** Whether the viewer may open a direct room with them. */
  canMessage: boolean
}
export type PeoplePage = {
  people: PersonFound[]
  /** False where fewer stand here than asked for, for so many had to be looked through. */
  full: boolean
  /** Pass back as `after` for what follows; null at the end. */
  next: string | null
  /** Whether the viewer has drawn hours, without which nobody's can be compared. */
  hasHours: boolean
}

export type NotificationView = {
  id: string
  /** One plain sentence. */
  text: string
  href: string
  createdAt: string
  read: boolean
}
export type RoomSummary = {
  id: string
  kind: RoomKind
  title: string
  /** Path of the room's page. */
  href: string
  unread: number
  /** How much of what is new the room's level lets reach its person outside of it. */
  told: number
  level: NoticeLevel
  /** Of a step's room. */
  step: StepRef | null
  /** Of a direct room; null when the account is gone. */
  person: PersonView | null
  /** Unread messages that mention one, in threads too. */
  mentions: number
  /** Followed threads with something unread. */
  threads: number
  lastMessage: { authorName: string; excerpt: string; at: string } | null
}
export type HomePage = {
  currentStep: StepRef | null
  /** `currentStep` is being learned; false: it is only the first that is not done. */
  learning: boolean
  done: number
  total: number
  requestsToDecide: ApplicationCard[]
  invitations: InvitationCard[]
  rooms: RoomSummary[]
  news: NotificationView[]
  /** The projects that suit one best. */
  matches: MatchesPage
  hasProfileSkills: boolean
  /** The first questions were answered or put aside. */
  welcomed: boolean
}
/** Somebody with a seat; `role`, `status` and the rest stand for their place on the team, where there is one. */
export type RoomMember = PersonView & {
  role: MembershipRole | null
  status: MembershipStatus | null
  opening: string | null
  timeZone: string
  joinedAt: string
}
/** What a room is to the one who looks at it: decided by domain/access, never by a component. */
export type RoomViewer = { moderates: boolean; level: NoticeLevel; standing: StandingView }
/** First server-rendered page of a room; the client joins with `seq` and catches up from there. */
export type RoomPage = {
  id: string
  kind: RoomKind
  title: string
  project: { id: string; slug: string; title: string } | null
  /** What the project is about, in the roadmap's order. */
  steps: StepRef[]
  /** Of a step's room. */
  step: StepRef | null
  /** Everybody with a seat; empty in a step's room, where they may be thousands. */
  people: RoomMember[]
  /** How many have a seat. */
  seats: number
  viewer: RoomViewer
  /** Slow mode; 0 is off. */
  slowSeconds: number
  /** How far others have read, as far as they show it; nobody in a step's room. */
  reads: ReadView[]
  /** What the viewer has begun to write here. */
  draft: DraftView
  messages: MessageView[]
  documents: DocumentView[]
  /** Newest first, at most twenty. */
  runs: RunView[]
  wheel: WheelView
  /** Newest first, at most `keptVersions`. */
  versions: VersionView[]
  /** Open ones, oldest first. */
  marks: MarkView[]
  /** Oldest first. */
  tasks: TaskView[]
  /** The newest first. */
  pins: PinView[]
  /** Older messages exist before the first of `messages`. */
  more: boolean
  /** The room's sequence number that `messages` reflect exactly. */
  seq: number
  unread: UnreadView
  /** Ids of the person's rooms before and after this one, in the order in which rooms were made. */
  neighbours: { previous: string | null; next: string | null }
}
export type SessionView = {
  id: string
  device: string
  address: string | null
  createdAt: string
  lastSeenAt: string
  current: boolean
}
