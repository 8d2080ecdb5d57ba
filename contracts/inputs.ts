import { z } from 'zod'
import { emojiInput } from './emoji'
import { plainSkill } from './skill-name'
import { contactability, hourBuckets, projectStatuses, stepStates } from './vocabulary'
import { mergeWindows } from './week-windows'

/** Every input that a person or a client can send, in one place. Types are inferred, never declared twice. */
export const id = z.uuid('This is not a valid id.')

// PostgreSQL cannot store a NUL in a text: it is dropped from what people write. In one line so are other
// characters that cannot be seen, and those that turn what stands around them, let one name look like another.
const unseen = /[\p{Cc}\u115F\u1160\u200B\u202A-\u202E\u2060-\u206F\u3164\uFFA0\uFFF9-\uFFFB]/gu
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u
/** What is to stand in one line, as it is kept. */
export const toLine = (text: string) =>
  text.normalize('NFC').replace(/\s+/g, ' ').replace(unseen, '').trim()
const line = (label: string, min: number, max: number) =>
  z
    .string({ error: `${label} is missing.` })
    .transform(toLine)
    .pipe(
      z
        .string()
        .refine((text) => text === '' || visible.test(text), `Write ${label} that can be seen.`)
        .min(min, min === 1 ? `Write ${label}.` : `Write ${label} of at least ${min} characters.`)
        .max(max, `Keep ${label} to ${max} characters.`),
    )
const text = (label: string, min: number, max: number) =>
  z
    .string({ error: `${label} is missing.` })
    .transform((value) =>
      value.normalize('NFC').replaceAll('\u0000', '').replace(/\r\n?/g, '\n').trim(),
    )
    .pipe(
      z
        .string()
        .min(min, min === 1 ? `Write ${label}.` : `Write ${label} of at least ${min} characters.`)
        .max(max, `Keep ${label} to ${max.toLocaleString('en')} characters.`),
    )
const blankToNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

const webAddress = z
  .url({ protocol: /^https?$/, error: 'Enter a whole web address, starting with https://.' })
  .max(300, 'Keep the address to 300 characters.')
  // Browsers drop white space and control characters inside an address; a database may refuse them.
  .regex(/^[^\s\p{C}]+$/u, 'Enter a web address without spaces.')
  // `https://github.com@evil.example` leads to the latter.
  .refine(
    (address) => !/^[^/]*\/\/[^/?#\\]*@/.test(address),
    'Enter a web address without a login.',
  )

function isTimeZone(zone: string) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
const timeZone = z.string().max(64).refine(isTimeZone, 'Choose a time zone from the list.')

// Accounts

const email = z
  .string({ error: 'Enter your e-mail address.' })
  .trim()
  .max(254, 'This address is too long.')
  .pipe(z.email('Enter an e-mail address such as name@example.com.'))
export const handle = z
  .string({ error: 'Choose a handle.' })
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z][a-z0-9-]{1,28}[a-z0-9]$/,
    'Use 3 to 30 letters, digits and hyphens, starting with a letter.',
  )
export const personName = line('your name', 1, 60)
export const signUpInput = z.object({
  name: personName,
  handle,
  email,
  password: z
    .string({ error: 'Choose a password.' })
    .min(10, 'Use at least 10 characters.')
    .max(200, 'Use at most 200 characters.'),
  timeZone: timeZone.default('UTC').catch('UTC'),
})
export const signInInput = z.object({
  email,
  password: z.string().min(1, 'Enter your password.').max(200),
})
export const endSessionInput = z.object({ sessionId: id })
/** For what needs no input at all. */
export const noInput = z.object({})

const skillSlug = z.string().regex(/^[a-z0-9+#.-]{1,40}$/, 'Choose a skill from the list.')
const level = z.coerce
  .number()
  .int()
  .min(1, 'Levels go from 1 to 5.')
  .max(5, 'Levels go from 1 to 5.')
const halfHour = z.coerce.number().int().multipleOf(30, 'Choose a full or a half hour.')
const weekWindow = z
  .object({
    weekday: z.coerce.number().int().min(1).max(7),
    startMinute: halfHour.min(0).max(1410),
    endMinute: halfHour.min(30).max(1440),
  })
  .refine(({ startMinute, endMinute }) => startMinute < endMinute, {
    path: ['endMinute'],
    error: 'The end comes after the start. Hours over midnight go on with the next day.',
  })
export const mostWindows = 30
const profileSkills = z
  .array(z.object({ slug: skillSlug, level, intent: z.enum(['has', 'wants']) }))
  .max(30, 'Add at most 30 skills.')
const weeklyHours = z.coerce
  .number({ error: 'Enter the hours a week.' })
  .int('Enter whole hours.')
  .min(1, 'Enter 1 to 80 hours a week.')
  .max(80, 'Enter 1 to 80 hours a week.')
export const editProfileInput = z.object({
  name: personName,
  headline: line('a headline', 0, 120),
  bio: text('a bio', 0, 4000),
  timeZone,
  weeklyHours: blankToNull(weeklyHours),
  links: z.array(webAddress).max(5, 'Add at most five links.').default([]),
  skills: profileSkills.default([]),
  /** In `timeZone`; stored merged, however they were sent. */
  windows: z
    .array(weekWindow)
    .max(7 * 48)
    .transform(mergeWindows)
    .refine(
      (windows) => windows.length <= mostWindows,
      `Keep it to ${mostWindows} stretches of hours a week.`,
    )
    .default([]),
})
export const editPrivacyInput = z.object({
  listed: z.boolean(),
  contactable: z.enum(contactability),
  /** Whether others in a team's or a direct room see how far one has read. */
  showsReading: z.boolean(),
})
export const blockInput = z.object({ handle })

// Roadmap

export const stepId = z.string().regex(/^[a-z0-9-]{2,60}$/, 'Choose a step of the roadmap.')
export const setStepStateInput = z.object({ stepId, state: z.enum(stepStates) })
/** The first questions: enough to be matched by. */
export const welcomeInput = z.object({
  stepId,
  skills: profileSkills.min(1, 'Name one skill at least, or one that you want to learn.'),
  weeklyHours: z.preprocess((value) => (value === null ? undefined : value), weeklyHours),
  timeZone,
})
/** The same while it is being answered, as the browser keeps it. */
export const welcomeDraft = z.object({
  stepId: z.union([z.literal(''), stepId]),
  skills: profileSkills,
  weeklyHours: z.number().nullable(),
  timeZone,
})

// Skills that people propose

const skillName = line('the name of a skill', 1, 40).refine(
  (name) => plainSkill(name) !== '',
  'Write the name with Latin letters or digits.',
)
export const maximumSkillNote = 200
export const proposeSkillInput = z.object({
  name: skillName,
  note: line('a note', 0, maximumSkillNote).default(''),
})
export const acceptSkillInput = z.object({
  proposalId: id,
  name: skillName,
  /** What else people type when they mean it. */
  aliases: z.array(skillName).max(10, 'Name at most ten other words.').default([]),
})
export const mergeSkillInput = z.object({ proposalId: id, slug: skillSlug })
export const declineSkillInput = z.object({ proposalId: id, reason: line('a reason', 3, 200) })

// Projects

const minuteOfDay = z.coerce.number().int().min(0).max(1440)
const openingInput = z.object({
  /** Present when an existing opening is edited. */
  id: id.optional(),
  title: line('a role title', 2, 60),
  seats: z.coerce
    .number({ error: 'Enter how many seats.' })
    .int('Seats are whole numbers.')
    .min(1, 'An opening has at least one seat.')
    .max(20, 'An opening has at most 20 seats.'),
  skills: z
    .array(z.object({ slug: skillSlug, required: z.boolean(), minimumLevel: level }))
    .max(10, 'Name at most ten skills per role.')
    .default([]),
})
const projectFields = {
  title: line('a title', 4, 80),
  pitch: line('a one-line pitch', 10, 160),
  description: text('a description', 30, 20000),
  stepIds: z.array(stepId).min(1, 'Choose at least one step.').max(5, 'Choose at most five steps.'),
  openings: z
    .array(openingInput)
    .min(1, 'Add at least one role that the team needs.')
    .max(8, 'Add at most eight roles.'),
  hoursPerWeek: z.coerce
    .number({ error: 'Enter the hours per week.' })
    .int('Enter whole hours.')
    .min(1, 'Enter at least one hour a week.')
    .max(60, 'Enter at most 60 hours a week.'),
  timeZone,
  /** The team's usual working window, in minutes after midnight of `timeZone`; may cross midnight. */
  windowStart: minuteOfDay.default(1080),
  windowEnd: minuteOfDay.default(1320),
  repositoryUrl: blankToNull(webAddress),
}
export const postProjectInput = z.object({
  ...projectFields,
  /** `draft` is seen by its owner alone; `open` is public at once. */
  status: z.enum(['draft', 'open']).default('open'),
})
export const editProjectInput = z.object({ projectId: id, ...projectFields })
export const changeProjectStatusInput = z.object({ projectId: id, status: z.enum(projectStatuses) })
export const acceptingMembersInput = z.object({ projectId: id, acceptingMembers: z.boolean() })

const asList = (value: unknown) =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]
const list = z.preprocess(
  asList,
  z
    .array(z.string().max(60))
    .max(20)
    .transform((values) => values.filter((value) => /^[a-z0-9+#.-]+$/.test(value))),
)
/** Free words, as an opening's title is. */
const words = z.preprocess(
  asList,
  z
    .array(z.string().max(60))
    .max(20)
    .transform((values) => values.map((value) => value.replace(unseen, '').trim().toLowerCase()))
    .transform((values) => values.filter(Boolean)),
)
const isKnownZone = (zone: string) => zone !== '' && isTimeZone(zone)

/** Browse filters as they stand in the URL; whatever is malformed there is ignored, not refused. */
export const browseInput = z.object({
  q: z.string().trim().max(120).catch(''),
  step: list.catch([]),
  skill: list.catch([]),
  /** Titles of openings, in lower case. */
  role: words.catch([]),
  /** The most hours per week of a bucket. */
  hours: z.preprocess(asList, z.array(z.enum(hourBuckets)).max(4)).catch([]),
  /** At least this many free seats; 0 asks for none. */
  seats: z.coerce
    .number()
    .pipe(z.literal([2, 3]))
    .or(z.literal(0))
    .catch(0),
  /** A zone no further than this many hours from `zone`; 0 takes any. */
  near: z.coerce
    .number()
    .pipe(z.literal([1, 3, 6]))
    .or(z.literal(0))
    .catch(0),
  zone: z.string().max(64).refine(isKnownZone).catch(''),
  stage: z.enum(['open', 'in_progress', 'completed', 'any']).catch('open'),
  /** Without a choice: best match for words, the newest otherwise. `you`: what suits the viewer best. */
  sort: z.enum(['best', 'newest', 'needed', 'you']).optional().catch(undefined),
  /** Keyset cursor: opaque to the browser. */
  after: z.string().max(200).optional().catch(undefined),
  /** How many pages from there on; so an address holds what "show more" has brought. */
  pages: z.coerce.number().int().min(1).max(10).catch(1),
})
/** What is being typed into the header's search box. */
export const suggestInput = z.object({ q: z.string().trim().max(120).catch('') })

// People

const hoursFrom = z.coerce.number().int().min(1).max(80).nullable().catch(null)
/** Filters of the directory as they stand in the URL; whatever is malformed there is ignored. */
export const peopleInput = z.object({
  q: z.string().trim().max(80).catch(''),
  has: list.catch([]),
  wants: list.catch([]),
  step: stepId.nullable().catch(null),
  /** Hours a week together with the viewer, at least. */
  overlap: hoursFrom,
  /** Hours a week that they give, at least. */
  hours: hoursFrom,
  sort: z.enum(['active', 'overlap']).catch('active'),
  /** How many pages stand below each other. */
  shown: z.coerce.number().int().min(1).max(5).catch(1),
  after: z.string().max(80).optional().catch(undefined),
})

// Teams

export const applyInput = z.object({
  openingId: id,
  message: text('a short message', 10, 1000),
})
export const withdrawInput = z.object({ applicationId: id })
export const acceptApplicationInput = z.object({ applicationId: id })
export const declineApplicationInput = z.object({
  applicationId: id,
  reason: text('a reason', 0, 500).default(''),
})
export const inviteInput = z.object({
  openingId: id,
  handle,
  message: text('a message', 0, 1000).default(''),
})
export const invitationIdInput = z.object({ invitationId: id })
export const declineInvitationInput = z.object({
  invitationId: id,
  reason: text('a reason', 0, 500).default(''),
})
export const projectIdInput = z.object({ projectId: id })
export const memberInput = z.object({ projectId: id, personId: id })
export const changeRoleInput = z.object({
  projectId: id,
  personId: id,
  role: z.enum(['maintainer', 'member']),
})
/** One piece of news, or all of it when none is named. */
export const readNotificationsInput = z.object({ notificationId: id.optional() })

// Rooms

export const maximumMessageLength = 8000
export const messageBodyInput = z
  .string()
  .transform((value) => value.normalize('NFC').replace(/\r\n?/g, '\n'))
  .pipe(
    z
      .string()
      .max(
        maximumMessageLength,
        `Keep a message to ${maximumMessageLength.toLocaleString('en')} characters.`,
      )
      .refine(
        (value) => !value.includes('\u0000'),
        'The message has a character that cannot be stored.',
      ),
  )
const writtenBody = messageBodyInput.refine(
  (value) => value.trim().length > 0,
  'Write something first.',
)
/** How many files one message carries at most. */
export const maximumAttachments = 10
export const sequence = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
export const joinRoomInput = z.object({
  roomId: id,
  /** The last sequence number that the client has applied. */
  afterSeq: sequence,
})
/** Every open room at once, as after a reconnect. */
export const joinRoomsInput = z.object({
  rooms: z
    .array(joinRoomInput)
    .min(1)
    .max(50)
    .refine((rooms) => new Set(rooms.map(({ roomId }) => roomId)).size === rooms.length, {
      error: 'Name each room once.',
    }),
})
export const roomIdInput = z.object({ roomId: id })

export const pollLimits = { fewest: 2, options: 10, length: 120 } as const
/** What a message asks beside its text, which is the question. */
export const pollInput = z.object({
  options: z
    .array(line('an option', 1, pollLimits.length))
    .min(pollLimits.fewest, 'Give at least two options.')
    .max(pollLimits.options, `A poll has ${pollLimits.options} options at most.`)
    .superRefine((options, context) => {
      const known = options.map((option) => option.toLowerCase())
      for (const [at, option] of known.entries())
        if (known.indexOf(option) < at)
          context.addIssue({ code: 'custom', path: [at], message: 'This option is there already.' })
    }),
  /** Whether one person may choose several. */
  multiple: z.boolean(),
})
export type PollInput = z.infer<typeof pollInput>
export const sendMessageInput = z
  .object({
    roomId: id,
    /** The client's own id for this message: a repeat is answered with the first result. */
    clientId: id,
    body: messageBodyInput,
    replyToId: id.nullable().default(null),
    /** The message in whose thread it answers; null in the main list. */
    threadId: id.nullable().default(null),
    /** One's own files of this room that no message carries yet, in their order. Absent: none. */
    attachmentIds: z
      .array(id)
      .max(maximumAttachments, `A message carries ${maximumAttachments} files at most.`)
      .refine((ids) => new Set(ids).size === ids.length, 'A file can be in a message only once.')
      .optional(),
    poll: pollInput.optional(),
  })
  .refine(({ body, attachmentIds = [] }) => body.trim().length > 0 || attachmentIds.length > 0, {
    path: ['body'],
    message: 'Write something first.',
  })
  .refine(({ body, poll }) => !poll || body.trim().length > 0, {
    path: ['body'],
    message: 'Ask a question.',
  })
export const editMessageInput = z.object({ roomId: id, messageId: id, body: writtenBody })
export const messageIdInput = z.object({ roomId: id, messageId: id })
export const reactInput = z.object({ roomId: id, messageId: id, emoji: emojiInput })
export const readRoomInput = z.object({
  roomId: id,
  seq: sequence,
  /** The mark's epoch as the client knows it: what it read before the mark was moved back is not counted. */
  epoch: z.number().int().min(0).max(1_000_000_000).optional(),
})
/** One page of a room's messages: those before or after a number, or those around a message or a moment. */
export const loadMessagesInput = z.union(
  [
    z.strictObject({ roomId: id, beforeSeq: sequence }),
    z.strictObject({ roomId: id, afterSeq: sequence }),
    z.strictObject({ roomId: id, aroundId: id }),
    z.strictObject({ roomId: id, aroundSeq: sequence }),
    z.strictObject({ roomId: id, aroundTime: z.iso.datetime({ offset: true }) }),
  ],
  'Say which messages to load.',
)
export const loadThreadInput = z.object({ roomId: id, threadId: id, beforeSeq: sequence })
export const readThreadInput = z.object({ roomId: id, threadId: id, seq: sequence })

export type SignUpInput = z.infer<typeof signUpInput>
export type SignInInput = z.infer<typeof signInInput>
export type EditProfileInput = z.infer<typeof editProfileInput>
export type ProposeSkillInput = z.infer<typeof proposeSkillInput>
export type AcceptSkillInput = z.infer<typeof acceptSkillInput>
export type MergeSkillInput = z.infer<typeof mergeSkillInput>
export type DeclineSkillInput = z.infer<typeof declineSkillInput>
export type SetStepStateInput = z.infer<typeof setStepStateInput>
export type PostProjectInput = z.infer<typeof postProjectInput>
export type EditProjectInput = z.infer<typeof editProjectInput>
export type ChangeProjectStatusInput = z.infer<typeof changeProjectStatusInput>
export type WelcomeInput = z.infer<typeof welcomeInput>
export type WelcomeDraft = z.infer<typeof welcomeDraft>
export type EditPrivacyInput = z.infer<typeof editPrivacyInput>
export type PeopleInput = z.infer<typeof peopleInput>
export type BrowseInput = z.infer<typeof browseInput>
export type SuggestInput = z.infer<typeof suggestInput>
export type ApplyInput = z.infer<typeof applyInput>
export type DeclineApplicationInput = z.infer<typeof declineApplicationInput>
export type InviteInput = z.infer<typeof inviteInput>
export type ChangeRoleInput = z.infer<typeof changeRoleInput>
export type JoinRoomInput = z.infer<typeof joinRoomInput>
/** What a plain message does not have may be left out. */
export type SendMessageInput = z.input<typeof sendMessageInput>
export type EditMessageInput = z.infer<typeof editMessageInput>
export type ReadRoomInput = z.infer<typeof readRoomInput>
export type LoadMessagesInput = z.infer<typeof loadMessagesInput>
export type ReactInput = z.infer<typeof reactInput>
