'use client'
import { useRoomView } from './room-context'

/** "Maya is typing"; its line is always there, so that nothing moves. */
export function TypingLine() {
  const { typing } = useRoomView()
  const [one, two] = typing.map(({ name }) => name.split(' ')[0])
  const text =
    typing.length > 2
      ? 'Several people are typing'
      : two
        ? `${one} and ${two} are typing`
        : one
          ? `${one} is typing`
          : ''
  return <p className="mx-auto h-5 w-full max-w-[52rem] truncate px-4 text-xs text-ink-3">{text}</p>
}
