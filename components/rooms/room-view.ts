import type { DocumentView, RunView, WheelView } from '@/contracts/documents'
import type { MarkView } from '@/contracts/marks'
import type { FollowedThread, MessageView, PersonView, PinView } from '@/contracts/realtime'
import type { TaskView } from '@/contracts/tasks'
import type { VersionView } from '@/contracts/versions'
import type { RoomKind } from '@/contracts/vocabulary'
import type { OpenThread, RoomPerson, RoomState } from './apply-room-events'
import type { MessageRange } from './message-range'
import type { Pending } from './outbox'
import type { RoomNews } from './room-news'
import type { StreamPhase } from './room-stream'
import type { Standing } from './standing'

/** What is to be seen of an open room at one moment. */
export type RoomView = {
  messages: MessageView[]
  /** Those that were opened, by the ids of their roots. */
  threads: Record<string, OpenThread>
  /** Null until read; those with something unread first. */
  followed: FollowedThread[] | null
  /** The newest first. */
  pins: PinView[]
  /** In threads too, in the order in which they will be sent. */
  pending: Pending[]
  notices: RoomNews['notices']
  people: RoomPerson[]
  /** Who can be named by their handle or found by their id. */
  known: PersonView[]
  documents: DocumentView[]
  /** Newest first. */
  runs: RunView[]
  wheel: WheelView
  /** Newest first. */
  versions: VersionView[]
  /** Open ones, oldest first. */
  marks: MarkView[]
  /** Oldest first. */
  tasks: TaskView[]
  present: ReadonlySet<string>
  /** Of those present. */
  away: ReadonlySet<string>
  /** How many are present: in a room of many they are not listed. */
  count: number
  /** How far others have read, of those who show it. */
  reads: ReadonlyMap<string, number>
  typing: Pick<PersonView, 'id' | 'name'>[]
  /** Slow mode; 0 is off. */
  slowSeconds: number
  standing: Standing['view']
  unread: number
  /** How many of the unread ones mention one. */
  mentions: number
  /** The first of them: its number, unless there are too many to know, and when it was written, if known. */
  firstUnread: number | null
  unreadSince: string | null
  /** Everything up to here has been read. */
  lastReadSeq: number
  divider: number | null
  /** Messages older, and newer, than those at hand exist. */
  more: boolean
  newer: boolean
  loading: MessageRange['loading']
  phase: StreamPhase
  /** What a screen reader should hear: the newest last. */
  spoken: RoomNews['spoken']
}

/** The people of a room; of a step's room, which has no list of them, those whose messages are at hand. */
export function knownPeople(
  kind: RoomKind,
  { people, messages, threads }: RoomState,
): PersonView[] {
  if (kind !== 'step') return people
  const replies = Object.values(threads).flatMap((thread) => [thread.root, ...thread.messages])
  const authors = [...messages, ...replies].map(({ author }) => author)
  return [...new Map([...people, ...authors].map((one) => [one.id, one])).values()]
}
