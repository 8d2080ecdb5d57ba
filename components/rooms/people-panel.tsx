'use client'
import { MessageSquare } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import type { RoomPage } from '@/contracts/views'
import type { RoomPerson } from './apply-room-events'
import { EnterButton } from './enter-button'
import { PresenceAvatar, type PresenceState } from './presence-avatar'
import { clockTime, useReaderClock } from './reader-clock'
import { useRoomActions } from './room-actions'
import { useRoomStore, useRoomView } from './room-context'

const roleNames = { owner: 'Owner', maintainer: 'Maintainer', member: null }

/** Who is on the team: who is here first, what they do, and what time it is for them. */
export function PeoplePanel({ page }: { page: RoomPage }) {
  const { people, present, away: resting } = useRoomView()
  // Cut off, nobody knows who is here: that is said by leaving it out.
  const known = present.size > 0
  const here = people.filter((one) => present.has(one.id))
  const away = people.filter((one) => !present.has(one.id))
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto py-3">
      <Group
        title="Here"
        people={here}
        page={page}
        stateOf={({ id }) => (resting.has(id) ? 'away' : 'active')}
      />
      <Group
        title={known ? 'Offline' : 'Team'}
        people={away}
        page={page}
        stateOf={() => (known ? 'offline' : null)}
      />
      {page.project && (
        <p className="mt-auto px-4">
          <LinkButton href={`/projects/${page.project.slug}`} size="s" className="w-full">
            Open the project page
          </LinkButton>
        </p>
      )}
    </div>
  )
}

function Group({
  title,
  people,
  page,
  stateOf,
}: {
  title: string
  people: RoomPerson[]
  page: RoomPage
  /** Null: nobody knows. */
  stateOf: (person: RoomPerson) => PresenceState | null
}) {
  const { me } = useRoomStore()
  const { openDirect } = useRoomActions()
  if (people.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className="px-4 pb-1 font-text text-xs font-normal tracking-normal text-ink-3">
        {title} · {people.length}
      </h3>
      <ul>
        {people.map((person) => (
          <li key={person.id} className="group relative">
            <Person
              person={person}
              details={page.people.find((one) => one.id === person.id)}
              state={stateOf(person)}
            />
            {person.id !== me.id && (
              <EnterButton
                action={openDirect}
                input={{ handle: person.handle }}
                look="quiet"
                size="s"
                aria-label={`Message ${person.name}`}
                className="absolute top-1/2 right-2 -translate-y-1/2 px-2!"
              >
                <MessageSquare aria-hidden className="size-4" />
              </EnterButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Person({
  person,
  details,
  state,
}: {
  person: RoomPerson
  details: RoomPage['people'][number] | undefined
  /** Null: nobody knows. */
  state: PresenceState | null
}) {
  const { me } = useRoomStore()
  const { now, zone } = useReaderClock()
  const role = person.role && roleNames[person.role]
  const theirs = details?.timeZone
  const away = theirs && clockTime(now, theirs) !== clockTime(now, zone)
  const lines = [
    state === 'away' ? 'away' : null,
    details?.opening,
    details?.status === 'inactive' ? 'inactive' : null,
    away ? `${clockTime(now, theirs)} in ${theirs.split('/').at(-1)?.replaceAll('_', ' ')}` : null,
  ].filter(Boolean)
  return (
    <Link
      href={`/@${person.handle}`}
      className="flex min-h-11 items-center gap-3 py-1.5 pr-14 pl-4 hover:bg-sunken focus-visible:-outline-offset-2"
    >
      <PresenceAvatar person={person} state={state} />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-semibold">{person.name}</span>
          {person.id === me.id && <span className="text-xs text-ink-3">you</span>}
          {role && <Badge>{role}</Badge>}
        </span>
        {lines.length > 0 && (
          <span className="tabular block truncate text-xs text-ink-3">{lines.join(' · ')}</span>
        )}
      </span>
    </Link>
  )
}
