import type { ComponentType } from 'react'
import type { RoomStore } from '../room-store'

/** Where a command was written. */
export type CommandPlace = {
  store: RoomStore
  /** The thread in whose composer it stands; null for the main list. */
  threadId: string | null
  /** IANA name of the zone of this device. */
  zone: string
}

/** What became of a command. What stands in the composer is given up only by `done` and `send`. */
export type CommandResult =
  /** `said` is told beside the room. */
  | { kind: 'done'; said?: string }
  /** This is sent in its place. */
  | { kind: 'send'; body: string }
  /** This stands in the composer now, with the caret after so many letters. */
  | { kind: 'write'; text: string; caret: number }
  /** Its form opens, with what was written after the name. */
  | { kind: 'form' }
  /** Nothing happened, for this reason; a sentence that says what to do. */
  | { kind: 'problem'; message: string }

export type CommandFormProps = {
  argument: string
  place: CommandPlace
  onDone: (said?: string) => void
  onCancel: () => void
}

export type SlashCommand = {
  /** Without the slash. */
  name: string
  /** How it is written, as `/task What is to be done @who`. */
  usage: string
  /** One sentence on what it does. */
  help: string
  /** Whether it exists in rooms like this one. */
  fits: (store: RoomStore) => boolean
  run: (argument: string, place: CommandPlace) => CommandResult | Promise<CommandResult>
  /** A dialog; loaded when it opens (`next/dynamic` in a client module). */
  Form?: ComponentType<CommandFormProps>
}
