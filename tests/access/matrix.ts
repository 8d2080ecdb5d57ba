import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import { recordRunInput, textName } from '@/contracts/documents'
import { browseInput, peopleInput, postProjectInput } from '@/contracts/inputs'
import { saveSearchInput } from '@/contracts/searches'
import { blockPerson } from '@/domain/accounts/block-person'
import { editPrivacy } from '@/domain/accounts/edit-privacy'
import { editProfile } from '@/domain/accounts/edit-profile'
import { editQuietHours } from '@/domain/accounts/edit-quiet-hours'
import { endAllSessions } from '@/domain/accounts/end-all-sessions'
import { endSession } from '@/domain/accounts/end-session'
import { getOwnProfile } from '@/domain/accounts/get-own-profile'
import { getPrivacy } from '@/domain/accounts/get-privacy'
import { getProfile } from '@/domain/accounts/get-profile'
import { getQuietHours } from '@/domain/accounts/get-quiet-hours'
import { listSessions } from '@/domain/accounts/list-sessions'
import { skipWelcome } from '@/domain/accounts/skip-welcome'
import { unblockPerson } from '@/domain/accounts/unblock-person'
import { welcomePerson } from '@/domain/accounts/welcome-person'
import type { Actor } from '@/domain/actor'
import { describeAttachment } from '@/domain/attachments/describe-attachment'
import { discardAttachment } from '@/domain/attachments/discard-attachment'
import { openAttachment } from '@/domain/attachments/open-attachment'
import { appendUpdate } from '@/domain/documents/append-update'
import { createDocument } from '@/domain/documents/create-document'
import { deleteDocument } from '@/domain/documents/delete-document'
import { moveDocument } from '@/domain/documents/move-document'
import { openDocument } from '@/domain/documents/open-document'
import { restoreDocument } from '@/domain/documents/restore-document'
import { tryUpdate } from '@/domain/documents/try-update'
import { NotFound } from '@/domain/errors'
import { addMark } from '@/domain/marks/add-mark'
import { deleteMark } from '@/domain/marks/delete-mark'
import { getMark } from '@/domain/marks/get-mark'
import { reopenMark } from '@/domain/marks/reopen-mark'
import { resolveMark } from '@/domain/marks/resolve-mark'
import { formTeam } from '@/domain/matching/form-team'
import { listMatchesForPerson } from '@/domain/matching/list-matches-for-person'
import { listPeopleForOpening } from '@/domain/matching/list-people-for-opening'
import { listReplacements } from '@/domain/matching/list-replacements'
import { recordImpressions } from '@/domain/matching/record-impressions'
import { countReports } from '@/domain/moderation/count-reports'
import { decideReport } from '@/domain/moderation/decide-report'
import { listReports } from '@/domain/moderation/list-reports'
import { getBalance } from '@/domain/pairing/get-balance'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { listPeople } from '@/domain/people/list-people'
import { closePoll } from '@/domain/polls/close-poll'
import { vote } from '@/domain/polls/vote'
import { browseProjects } from '@/domain/projects/browse-projects'
import { changeProjectStatus } from '@/domain/projects/change-project-status'
import { editProject } from '@/domain/projects/edit-project'
import { getProject } from '@/domain/projects/get-project'
import { getProjectForm } from '@/domain/projects/get-project-form'
import { listFeed } from '@/domain/projects/list-feed'
import { listFreeSeats } from '@/domain/projects/list-free-seats'
import { postProject } from '@/domain/projects/post-project'
import { setAcceptingMembers } from '@/domain/projects/set-accepting-members'
import { cancelReminder } from '@/domain/reminders/cancel-reminder'
import { createReminder } from '@/domain/reminders/create-reminder'
import { getReminder } from '@/domain/reminders/get-reminder'
import { listReminders } from '@/domain/reminders/list-reminders'
import { getRoadmap } from '@/domain/roadmap/get-roadmap'
import { getStep } from '@/domain/roadmap/get-step'
import { setStepState } from '@/domain/roadmap/set-step-state'
import { addReaction } from '@/domain/rooms/add-reaction'
import { countTold } from '@/domain/rooms/count-told'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { editMessage } from '@/domain/rooms/edit-message'
import { enterStepRoom } from '@/domain/rooms/enter-step-room'
import { getRoom } from '@/domain/rooms/get-room'
import { getStanding } from '@/domain/rooms/get-standing'
import { joinRoom } from '@/domain/rooms/join-room'
import { joinRooms } from '@/domain/rooms/join-rooms'
import { leaveStepRoom } from '@/domain/rooms/leave-step-room'
import { listMessageVersions } from '@/domain/rooms/list-message-versions'
import { listMuted } from '@/domain/rooms/list-muted'
import { listPins } from '@/domain/rooms/list-pins'
import { listRooms } from '@/domain/rooms/list-rooms'
import { listThreads } from '@/domain/rooms/list-threads'
import { loadMessages } from '@/domain/rooms/load-messages'
import { loadThread } from '@/domain/rooms/load-thread'
import { markUnread } from '@/domain/rooms/mark-unread'
import { mutePerson } from '@/domain/rooms/mute-person'
import { openDirectRoom } from '@/domain/rooms/open-direct-room'
import { pinMessage } from '@/domain/rooms/pin-message'
import { readRoom } from '@/domain/rooms/read-room'
import { readThread } from '@/domain/rooms/read-thread'
import { removeReaction } from '@/domain/rooms/remove-reaction'
import { reportMessage } from '@/domain/rooms/report-message'
import { restoreMessage } from '@/domain/rooms/restore-message'
import { saveDraft } from '@/domain/rooms/save-draft'
import { searchMessages } from '@/domain/rooms/search-messages'
import { sendMessage } from '@/domain/rooms/send-message'
import { setRoomLevel } from '@/domain/rooms/set-room-level'
import { setSlowMode } from '@/domain/rooms/set-slow-mode'
import { unmutePerson } from '@/domain/rooms/unmute-person'
import { unpinMessage } from '@/domain/rooms/unpin-message'
import { getRun } from '@/domain/runs/get-run'
import { getRunCode } from '@/domain/runs/get-run-code'
import { recordRun } from '@/domain/runs/record-run'
import { listSuggestions } from '@/domain/search/list-suggestions'
import { deleteSavedSearch } from '@/domain/searches/delete-saved-search'
import { listSavedSearches } from '@/domain/searches/list-saved-searches'
import { saveSearch } from '@/domain/searches/save-search'
import { setSearchNews } from '@/domain/searches/set-search-news'
import { acceptSkill } from '@/domain/skills/accept-skill'
import { countSkillProposals } from '@/domain/skills/count-skill-proposals'
import { declineSkill } from '@/domain/skills/decline-skill'
import { listSkillProposals } from '@/domain/skills/list-skill-proposals'
import { mergeSkill } from '@/domain/skills/merge-skill'
import { proposeSkill } from '@/domain/skills/propose-skill'
import { changeTask } from '@/domain/tasks/change-task'
import { createTask } from '@/domain/tasks/create-task'
import { deleteTask } from '@/domain/tasks/delete-task'
import { acceptApplication } from '@/domain/teams/accept-application'
import { acceptInvitation } from '@/domain/teams/accept-invitation'
import { applyForSeat } from '@/domain/teams/apply-for-seat'
import { changeRole } from '@/domain/teams/change-role'
import { confirmMember } from '@/domain/teams/confirm-member'
import { countNews } from '@/domain/teams/count-news'
import { declineApplication } from '@/domain/teams/decline-application'
import { declineInvitation } from '@/domain/teams/decline-invitation'
import { getHome } from '@/domain/teams/get-home'
import { handOver } from '@/domain/teams/hand-over'
import { invitePerson } from '@/domain/teams/invite-person'
import { leaveProject } from '@/domain/teams/leave-project'
import { listMyTeams } from '@/domain/teams/list-my-teams'
import { listNotifications } from '@/domain/teams/list-notifications'
import { listRequests } from '@/domain/teams/list-requests'
import { readNotifications } from '@/domain/teams/read-notifications'
import { removeMember } from '@/domain/teams/remove-member'
import { revokeInvitation } from '@/domain/teams/revoke-invitation'
import { setMemberActive } from '@/domain/teams/set-member-active'
import { setMemberInactive } from '@/domain/teams/set-member-inactive'
import { withdrawApplication } from '@/domain/teams/withdraw-application'
import { listCoAuthors } from '@/domain/versions/list-co-authors'
import { loadOlderVersions } from '@/domain/versions/load-older-versions'
import { nameVersion } from '@/domain/versions/name-version'
import { openVersion } from '@/domain/versions/open-version'
import { readVersionFile } from '@/domain/versions/read-version-file'
import { restoreVersion } from '@/domain/versions/restore-version'
import { saveVersion } from '@/domain/versions/save-version'
import { upload } from '../support/attachments'
import { type Role, roles, type TeamScenario } from '../support/team-scenario'

type Refusal = 'NotFound' | 'Forbidden' | 'Conflict' | 'Invalid'
export type Row = {
  allowed: readonly Role[]
  /** What everybody else gets, but for `except`. */
  refusal: Refusal
  except?: Partial<Record<Role, Refusal>>
  call: (scenario: TeamScenario, who: Actor, role: Role) => Promise<unknown>
}

const everybody = roles
const leads = ['maintainer', 'owner'] as const
const seated = ['inactive', 'member', 'maintainer', 'owner'] as const
const noWordsForOthers = {
  allowed: [],
  refusal: 'NotFound',
  except: Object.fromEntries(seated.map((role) => [role, 'Forbidden'])),
} as const

export const postInput = postProjectInput.parse({
  title: 'Tidewatch',
  pitch: 'Store and serve a year of tide readings.',
  description: 'We store a year of readings and make the slow queries fast.',
  stepIds: ['databases'],
  openings: [{ title: 'Backend developer', seats: 5, skills: [] }],
  hoursPerWeek: 5,
  timeZone: 'UTC',
  repositoryUrl: null,
})

/** Open to whoever is signed in, about themselves or about what is public. */
const own = (call: Row['call']): Row => ({ allowed: everybody, refusal: 'NotFound', call })
const moderated = (call: Row['call']): Row => ({
  allowed: ['moderator'],
  refusal: 'NotFound',
  call,
})
/** Only a seat in the room lets its existence be known. */
const inRoom = (call: Row['call'], allowed: readonly Role[] = seated): Row => ({
  allowed,
  refusal: 'NotFound',
  call,
})
const newMessage = (scenario: TeamScenario) => ({
  roomId: scenario.project.roomId,
  clientId: randomUUID(),
  body: 'Hello.',
  replyToId: null,
})
const inProject = (scenario: TeamScenario) => ({ projectId: scenario.project.id })
const colleague = (scenario: TeamScenario) => ({
  projectId: scenario.project.id,
  personId: scenario.colleague.personId,
})
const reaction = (scenario: TeamScenario) => ({
  roomId: scenario.project.roomId,
  messageId: scenario.messageId,
  emoji: '👍',
})

const inMessage = (scenario: TeamScenario) => ({
  roomId: scenario.project.roomId,
  messageId: scenario.messageId,
})
const inThread = (scenario: TeamScenario) => ({
  roomId: scenario.project.roomId,
  threadId: scenario.messageId,
})

const newRun = (scenario: TeamScenario) =>
  recordRunInput.parse({
    ...inFile(scenario),
    runId: randomUUID(),
    language: 'typescript',
    outcome: 'passed',
    durationMs: 1,
    output: '',
  })
const inFile = (scenario: TeamScenario) => ({
  roomId: scenario.project.roomId,
  documentId: scenario.documentId,
})
const onMark = (scenario: TeamScenario) => ({
  roomId: scenario.project.roomId,
  markId: scenario.markId,
})
const onTask = (scenario: TeamScenario) => ({
  roomId: scenario.project.roomId,
  taskId: scenario.taskId,
})
const onColleague = (scenario: TeamScenario) => ({
  roomId: scenario.project.roomId,
  personId: scenario.colleague.personId,
})
/** In the room, for who leads alone. Of what is the colleague's, deleting is such, too. */
const led = (call: Row['call']): Row => ({
  allowed: leads,
  refusal: 'NotFound',
  except: { member: 'Forbidden', inactive: 'Forbidden' },
  call,
})
const inVersion = (scenario: TeamScenario) => ({
  roomId: scenario.project.roomId,
  versionId: scenario.versionId,
})
const doc = new Y.Doc()
doc.getText(textName).insert(0, 'print(2)')
const typed = Y.encodeStateAsUpdate(doc)

export const matrix: Record<string, Row> = {
  'accounts/block-person': own((s, who) => blockPerson(who, { handle: s.stranger.handle })),
  'accounts/unblock-person': own((s, who) => unblockPerson(who, { handle: s.stranger.handle })),
  'accounts/edit-profile': own(async (_s, who) => editProfile(who, await getOwnProfile(who))),
  'accounts/get-privacy': own((_s, who) => getPrivacy(who)),
  'accounts/edit-privacy': own((_s, who) =>
    editPrivacy(who, { listed: false, contactable: 'teammates', showsReading: false }),
  ),
  'accounts/get-quiet-hours': own((_s, who) => getQuietHours(who)),
  'accounts/edit-quiet-hours': own((_s, who) =>
    editQuietHours(who, { hours: { days: [1], from: 1320, to: 420 } }),
  ),
  'accounts/welcome-person': own((_s, who) =>
    welcomePerson(who, {
      stepId: 'databases',
      skills: [{ slug: 'go', level: 2, intent: 'has' }],
      weeklyHours: 5,
      timeZone: 'UTC',
    }),
  ),
  'accounts/skip-welcome': own((_s, who) => skipWelcome(who)),
  'accounts/get-own-profile': own((_s, who) => getOwnProfile(who)),
  'accounts/get-profile': {
    allowed: everybody.filter((role) => role !== 'blocked'),
    refusal: 'NotFound',
    call: (s, who) => getProfile(who, s.people.owner.handle),
  },
  'accounts/list-sessions': own((_s, who) => listSessions(who)),
  'accounts/end-all-sessions': own((_s, who) => endAllSessions(who, { keepCurrent: false })),
  // Nobody may end the colleague's session; one's own is tested with the accounts.
  'accounts/end-session': {
    allowed: [],
    refusal: 'NotFound',
    call: (s, who) => endSession(who, { sessionId: s.colleague.sessionId }),
  },

  'people/list-people': own((_s, who) => listPeople(who, peopleInput.parse({}))),

  'roadmap/get-roadmap': own((_s, who) => getRoadmap(who)),
  'roadmap/get-step': own((_s, who) => getStep(who, { stepId: 'databases' })),
  'roadmap/set-step-state': own((_s, who) =>
    setStepState(who, { stepId: 'databases', state: 'learning' }),
  ),

  'projects/browse-projects': own((_s, who) => browseProjects(who, browseInput.parse({}))),
  'projects/list-feed': own((_s, who) => listFeed(who, browseInput.parse({}))),
  'search/list-suggestions': own((_s, who) => listSuggestions(who, { q: 'tide' })),
  'projects/list-free-seats': own((_s, who) => listFreeSeats(who, { limit: 4 })),
  'projects/post-project': own((_s, who) => postProject(who, postInput)),
  // The draft: for its members alone.
  'projects/get-project': {
    allowed: leads,
    refusal: 'NotFound',
    call: (s, who) => getProject(who, { slug: s.draft.slug }),
  },
  'projects/get-project-form': {
    allowed: leads,
    refusal: 'Forbidden',
    call: (s, who) => getProjectForm(who, { slug: s.project.slug }),
  },
  'projects/edit-project': {
    allowed: leads,
    refusal: 'Forbidden',
    call: (s, who) =>
      editProject(who, {
        ...postInput,
        ...inProject(s),
        openings: [{ id: s.project.openingId, title: 'Backend developer', seats: 6, skills: [] }],
      }),
  },
  'projects/change-project-status': {
    allowed: ['owner'],
    refusal: 'Forbidden',
    call: (s, who) => changeProjectStatus(who, { ...inProject(s), status: 'archived' }),
  },
  'projects/set-accepting-members': {
    allowed: leads,
    refusal: 'Forbidden',
    call: (s, who) => setAcceptingMembers(who, { ...inProject(s), acceptingMembers: false }),
  },

  'matching/list-matches-for-person': own((_s, who) => listMatchesForPerson(who, { limit: 10 })),
  'matching/record-impressions': own((s, who) =>
    recordImpressions(who, { projectIds: [s.project.id] }),
  ),
  'matching/list-people-for-opening': {
    allowed: leads,
    refusal: 'NotFound',
    call: (s, who) => listPeopleForOpening(who, { openingId: s.project.openingId, limit: 10 }),
  },
  'matching/list-replacements': {
    allowed: leads,
    refusal: 'NotFound',
    call: (s, who) => listReplacements(who, { openingId: s.project.openingId, limit: 10 }),
  },
  'matching/form-team': {
    allowed: leads,
    refusal: 'NotFound',
    call: (s, who) => formTeam(who, inProject(s)),
  },

  'searches/save-search': own((_s, who) =>
    saveSearch(who, saveSearchInput.parse({ name: 'Tides', filters: { q: 'tide' } })),
  ),
  'searches/list-saved-searches': own((_s, who) => listSavedSearches(who)),
  // Nobody may touch the colleague's; one's own is tested with the searches.
  'searches/set-search-news': {
    allowed: [],
    refusal: 'NotFound',
    call: (s, who) => setSearchNews(who, { searchId: s.searchId, notifies: false }),
  },
  'searches/delete-saved-search': {
    allowed: [],
    refusal: 'NotFound',
    call: (s, who) => deleteSavedSearch(who, { searchId: s.searchId }),
  },

  'reminders/create-reminder': inRoom((s, who) =>
    createReminder(who, {
      ...inMessage(s),
      ...{ reminderId: randomUUID(), note: '' },
      dueAt: new Date(Date.now() + 60_000).toISOString(),
    }),
  ),
  'reminders/list-reminders': inRoom((s, who) => listReminders(who, { roomId: s.project.roomId })),
  // The colleague's; one's own is tested with the reminders.
  'reminders/get-reminder': {
    allowed: [],
    refusal: 'NotFound',
    call: (s, who) => getReminder(who, { reminderId: s.reminderId }),
  },
  'reminders/cancel-reminder': {
    allowed: [],
    refusal: 'NotFound',
    call: (s, who) => cancelReminder(who, { reminderId: s.reminderId }),
  },

  'skills/propose-skill': own((_s, who) => proposeSkill(who, { name: 'Gleam', note: '' })),
  'skills/count-skill-proposals': own((_s, who) => countSkillProposals(who)),
  'skills/list-skill-proposals': moderated((_s, who) => listSkillProposals(who)),
  'skills/accept-skill': moderated((s, who) =>
    acceptSkill(who, {
      proposalId: s.proposalId,
      name: `skill ${randomUUID().slice(0, 13)}`,
      aliases: [],
    }),
  ),
  'skills/merge-skill': moderated((s, who) =>
    mergeSkill(who, { proposalId: s.proposalId, slug: 'docker' }),
  ),
  'skills/decline-skill': moderated((s, who) =>
    declineSkill(who, { proposalId: s.proposalId, reason: 'Too narrow.' }),
  ),

  'teams/apply-for-seat': {
    allowed: ['outsider', 'invitee', 'removed', 'moderator'],
    refusal: 'Conflict',
    call: (s, who) =>
      applyForSeat(who, { openingId: s.project.openingId, message: 'I would like to help.' }),
  },
  'teams/withdraw-application': {
    allowed: ['applicant'],
    refusal: 'NotFound',
    call: (s, who) => withdrawApplication(who, { applicationId: s.applicationId }),
  },
  'teams/accept-application': {
    allowed: leads,
    refusal: 'NotFound',
    except: { applicant: 'Forbidden' },
    call: (s, who) => acceptApplication(who, { applicationId: s.applicationId }),
  },
  'teams/decline-application': {
    allowed: leads,
    refusal: 'NotFound',
    except: { applicant: 'Forbidden' },
    call: (s, who) => declineApplication(who, { applicationId: s.applicationId, reason: '' }),
  },
  'teams/invite-person': {
    allowed: leads,
    refusal: 'Forbidden',
    call: (s, who) =>
      invitePerson(who, {
        openingId: s.project.openingId,
        handle: s.stranger.handle,
        message: '',
      }),
  },
  'teams/accept-invitation': {
    allowed: ['invitee'],
    refusal: 'NotFound',
    except: { maintainer: 'Forbidden', owner: 'Forbidden' },
    call: (s, who) => acceptInvitation(who, { invitationId: s.invitationId }),
  },
  'teams/decline-invitation': {
    allowed: ['invitee'],
    refusal: 'NotFound',
    except: { maintainer: 'Forbidden', owner: 'Forbidden' },
    call: (s, who) => declineInvitation(who, { invitationId: s.invitationId, reason: '' }),
  },
  'teams/revoke-invitation': {
    allowed: leads,
    refusal: 'NotFound',
    except: { invitee: 'Forbidden' },
    call: (s, who) => revokeInvitation(who, { invitationId: s.invitationId }),
  },
  'teams/leave-project': {
    allowed: ['inactive', 'member', 'maintainer'],
    refusal: 'Forbidden',
    except: { owner: 'Conflict' },
    call: (s, who) => leaveProject(who, inProject(s)),
  },
  'teams/remove-member': {
    allowed: leads,
    refusal: 'Forbidden',
    call: (s, who) => removeMember(who, colleague(s)),
  },
  'teams/change-role': {
    allowed: ['owner'],
    refusal: 'Forbidden',
    call: (s, who) => changeRole(who, { ...colleague(s), role: 'maintainer' }),
  },
  'teams/hand-over': {
    allowed: ['owner'],
    refusal: 'Forbidden',
    call: (s, who) => handOver(who, colleague(s)),
  },
  'teams/set-member-inactive': {
    allowed: leads,
    refusal: 'Forbidden',
    call: (s, who) => setMemberInactive(who, colleague(s)),
  },
  'teams/confirm-member': {
    allowed: leads,
    refusal: 'Forbidden',
    call: (s, who) => confirmMember(who, colleague(s)),
  },
  'teams/set-member-active': {
    allowed: ['inactive', 'maintainer', 'owner'],
    refusal: 'Forbidden',
    call: (s, who) =>
      setMemberActive(who, { ...inProject(s), personId: s.people.inactive.personId }),
  },
  'teams/list-requests': {
    allowed: leads,
    refusal: 'NotFound',
    call: (s, who) => listRequests(who, { slug: s.project.slug }),
  },
  'teams/list-my-teams': own((_s, who) => listMyTeams(who)),
  'teams/get-home': own((_s, who) => getHome(who)),
  'teams/count-news': own((_s, who) => countNews(who)),
  'teams/list-notifications': own((_s, who) => listNotifications(who)),
  'teams/read-notifications': own((_s, who) => readNotifications(who)),

  'rooms/get-room': inRoom((s, who) => getRoom(who, { roomId: s.project.roomId })),
  'rooms/join-room': inRoom((s, who) => joinRoom(who, { roomId: s.project.roomId, afterSeq: 0 })),
  'rooms/join-rooms': inRoom(async (s, who) => {
    const { roomId } = s.project
    // Of several rooms each is refused by itself: it is not among the answers.
    if (!(await joinRooms(who, [{ roomId, afterSeq: 0 }])).has(roomId)) throw new NotFound()
  }),
  'rooms/load-messages': inRoom((s, who) =>
    loadMessages(who, { roomId: s.project.roomId, beforeSeq: 10 }),
  ),
  'rooms/read-room': inRoom((s, who) => readRoom(who, { roomId: s.project.roomId, seq: 1 })),
  'rooms/mark-unread': inRoom((s, who) =>
    markUnread(who, { roomId: s.project.roomId, messageId: s.messageId }),
  ),
  'rooms/search-messages': inRoom((s, who) =>
    searchMessages(who, { roomId: s.project.roomId, query: 'hello', after: null }),
  ),
  'rooms/send-message': inRoom((s, who) => sendMessage(who, newMessage(s))),
  // The colleague's message: nobody may put words into somebody's mouth.
  'rooms/edit-message': {
    ...noWordsForOthers,
    call: (s, who) =>
      editMessage(who, { roomId: s.project.roomId, messageId: s.messageId, body: 'Changed.' }),
  },
  'rooms/delete-message': led((s, who) =>
    deleteMessage(who, { roomId: s.project.roomId, messageId: s.messageId }),
  ),
  // Whoever deleted it may undo that; nothing is deleted here.
  'rooms/restore-message': inRoom((s, who) => restoreMessage(who, inMessage(s))),
  'rooms/list-message-versions': inRoom((s, who) => listMessageVersions(who, inMessage(s))),
  'rooms/pin-message': inRoom((s, who) => pinMessage(who, inMessage(s))),
  'rooms/unpin-message': inRoom((s, who) => unpinMessage(who, inMessage(s))),
  'rooms/list-pins': inRoom((s, who) => listPins(who, { roomId: s.project.roomId })),
  'rooms/load-thread': inRoom((s, who) => loadThread(who, { ...inThread(s), beforeSeq: 10 })),
  'rooms/read-thread': inRoom((s, who) => readThread(who, { ...inThread(s), seq: 1 })),
  'rooms/list-threads': inRoom((s, who) => listThreads(who, { roomId: s.project.roomId })),
  'rooms/add-reaction': inRoom((s, who) => addReaction(who, reaction(s))),
  'rooms/remove-reaction': inRoom((s, who) => removeReaction(who, reaction(s))),
  'polls/vote': inRoom((s, who) => vote(who, { ...inMessage(s), choices: [0] })),
  'polls/close-poll': led((s, who) => closePoll(who, inMessage(s))),
  'attachments/receive-attachment': inRoom((s, who) => upload(who, s.project.roomId)),
  'attachments/open-attachment': {
    // A report about it waits for the moderators.
    allowed: [...seated, 'moderator'],
    refusal: 'NotFound',
    call: (s, who) => openAttachment(who, { attachmentId: s.attachmentId }),
  },
  // The colleague's, and a message carries it already.
  'attachments/describe-attachment': {
    ...noWordsForOthers,
    call: (s, who) => describeAttachment(who, { attachmentId: s.attachmentId, alt: 'Changed' }),
  },
  'attachments/discard-attachment': {
    ...noWordsForOthers,
    except: { ...noWordsForOthers.except, moderator: 'Forbidden' },
    call: (s, who) => discardAttachment(who, { attachmentId: s.attachmentId }),
  },
  'pairing/turn-wheel': inRoom((s, who) =>
    turnWheel(who, { roomId: s.project.roomId, act: 'drive', rotation: 5 }),
  ),
  'pairing/get-balance': inRoom((s, who) => getBalance(who, { roomId: s.project.roomId })),
  'runs/get-run': inRoom((s, who) => getRun(who, { roomId: s.project.roomId, runId: s.runId })),
  'runs/record-run': inRoom((s, who) => recordRun(who, newRun(s))),
  'runs/get-run-code': inRoom((s, who) =>
    getRunCode(who, { roomId: s.project.roomId, runId: s.runId }),
  ),

  'documents/create-document': inRoom((s, who) =>
    createDocument(who, {
      roomId: s.project.roomId,
      documentId: randomUUID(),
      path: 'more.py',
      text: 'print(1)',
    }),
  ),
  'documents/move-document': inRoom((s, who) =>
    moveDocument(who, { ...inFile(s), path: 'moved.py' }),
  ),
  'documents/delete-document': inRoom((s, who) => deleteDocument(who, inFile(s))),
  'documents/restore-document': inRoom((s, who) => restoreDocument(who, inFile(s))),
  'documents/open-document': inRoom((s, who) =>
    openDocument(who, { ...inFile(s), stateVector: new Uint8Array([0]) }),
  ),
  'documents/append-update': inRoom((s, who) => appendUpdate(who, { ...inFile(s), update: typed })),
  'documents/try-update': inRoom((s, who) => tryUpdate(who, { ...inFile(s), update: typed })),
  'marks/add-mark': inRoom((s, who) =>
    addMark(who, {
      ...inFile(s),
      markId: randomUUID(),
      from: { item: null, assoc: 0 },
      to: { item: null, assoc: -1 },
      quote: '',
      body: 'Why?',
    }),
  ),
  'marks/get-mark': inRoom((s, who) => getMark(who, onMark(s))),
  'marks/resolve-mark': inRoom((s, who) => resolveMark(who, onMark(s))),
  'marks/reopen-mark': inRoom((s, who) => reopenMark(who, onMark(s))),
  'marks/delete-mark': led((s, who) => deleteMark(who, onMark(s))),
  'tasks/create-task': inRoom((s, who) =>
    createTask(who, {
      roomId: s.project.roomId,
      taskId: randomUUID(),
      title: 'Measure it',
      markId: s.markId,
    }),
  ),
  'tasks/change-task': inRoom((s, who) => changeTask(who, { ...onTask(s), state: 'doing' })),
  'tasks/delete-task': led((s, who) => deleteTask(who, onTask(s))),

  'versions/save-version': inRoom((s, who) =>
    saveVersion(who, { ...inVersion(s), versionId: randomUUID(), name: 'Mine' }),
  ),
  'versions/name-version': inRoom((s, who) => nameVersion(who, { ...inVersion(s), name: 'Ours' })),
  'versions/load-older-versions': inRoom((s, who) =>
    loadOlderVersions(who, { roomId: s.project.roomId, beforeSeq: 10 }),
  ),
  'versions/open-version': inRoom((s, who) => openVersion(who, inVersion(s))),
  'versions/read-version-file': inRoom((s, who) =>
    readVersionFile(who, { ...inVersion(s), ...inFile(s) }),
  ),
  'versions/restore-version': inRoom((s, who) =>
    restoreVersion(who, { ...inVersion(s), documentId: null }),
  ),
  'versions/list-co-authors': inRoom((s, who) => listCoAuthors(who, { roomId: s.project.roomId })),
  'moderation/count-reports': own((_s, who) => countReports(who)),
  'moderation/list-reports': moderated((_s, who) => listReports(who)),
  'moderation/decide-report': moderated((s, who) =>
    decideReport(who, {
      ...{ reportId: s.reportId, decision: 'mute' },
      ...{ minutes: 60, reason: 'This is not for here.' },
    }),
  ),
  'rooms/get-standing': inRoom((s, who) => getStanding(who, { roomId: s.project.roomId })),
  'rooms/mute-person': led((s, who) =>
    mutePerson(who, { ...onColleague(s), minutes: 10, reason: 'This is not for here.' }),
  ),
  'rooms/unmute-person': led((s, who) => unmutePerson(who, onColleague(s))),
  'rooms/list-muted': led((s, who) => listMuted(who, { roomId: s.project.roomId })),
  'rooms/set-slow-mode': led((s, who) =>
    setSlowMode(who, { roomId: s.project.roomId, seconds: 30 }),
  ),
  'rooms/report-message': inRoom((s, who) =>
    reportMessage(who, {
      ...{ roomId: s.project.roomId, messageId: s.messageId },
      ...{ reason: 'spam', details: '' },
    }),
  ),
  'rooms/save-draft': inRoom((s, who) =>
    saveDraft(who, {
      ...{ roomId: s.project.roomId, threadId: null, replyToId: s.messageId },
      ...{ body: 'Begun', version: 0 },
    }),
  ),
  'rooms/set-room-level': inRoom((s, who) =>
    setRoomLevel(who, { roomId: s.project.roomId, level: 'none' }),
  ),
  'rooms/count-told': own((_s, who) => countTold(who, [])),
  'rooms/open-direct-room': own((s, who) => openDirectRoom(who, { handle: s.stranger.handle })),
  // Nobody but the moderator may, whose room it is to keep in order; who learns it is tested with the rooms.
  'rooms/enter-step-room': {
    allowed: ['moderator'],
    refusal: 'Forbidden',
    call: (_s, who) => enterStepRoom(who, { stepId: 'databases' }),
  },
  'rooms/leave-step-room': own((_s, who) => leaveStepRoom(who, { stepId: 'databases' })),
  'rooms/list-rooms': own((_s, who) => listRooms(who)),
}

/** Parts of use-cases that are handed a person who was already let in. */
export const notForPeople: string[] = []
