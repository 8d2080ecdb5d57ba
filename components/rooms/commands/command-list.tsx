import type { RoomStore } from '../room-store'
import { commands } from './commands'

/** The commands of a room, how they are written and what they do. */
export function CommandList({ store }: { store: RoomStore }) {
  return (
    <dl className="flex flex-col gap-3 text-sm">
      {commands
        .filter(({ fits }) => fits(store))
        .map(({ name, usage, help }) => (
          <div key={name}>
            <dt className="font-code text-xs break-words text-ink">{usage}</dt>
            <dd className="text-ink-2">{help}</dd>
          </div>
        ))}
    </dl>
  )
}
