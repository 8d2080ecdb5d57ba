import type { DocumentView, RunView, WheelView } from '@/contracts/documents'
import type { MarkView } from '@/contracts/marks'
import type { FollowedThread, MessageView, PersonView, PinView } from '@/contracts/realtime'
import type { TaskView } from '@/contracts/tasks'
import type { VersionView } from '@/contracts/versions'
import type { OpenThread, RoomPerson } from './apply-room-events'
import type { Pending } from './outbox'
import type { RoomNews } from './room-news'
import type { StreamPhase } from './room-stream'

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
  typing: Pick<PersonView, 'id' | 'name'>[]
  unread: number
  /** How many of the unread ones mention one. */
  mentions: number
  divider: number | null
  more: boolean
  loading: boolean
  phase: StreamPhase
  /** What a screen reader should hear: the newest last. */
  spoken: RoomNews['spoken']
}
