'use client'
import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import { goToMessage } from './go-to-message'
import { useRoomStore } from './room-context'

/**
 * Walks through the messages: one by one, a screenful at a time, to the first and to the last of the room.
 * @param main of the main list; false: of those that are listed, as in a thread
 */
export function useListKeys(
  box: RefObject<HTMLElement | null>,
  toComposer: () => void,
  main = true,
) {
  const store = useRoomStore()
  return useCallback(
    (event: KeyboardEvent<HTMLOListElement>) => {
      const { target, key, currentTarget: list } = event
      if (!(target instanceof HTMLElement) || target.tagName !== 'ARTICLE') return
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const all = [...list.querySelectorAll('article')]
      const here = all.indexOf(target)
      const { more, newer } = main ? store.getView() : { more: false, newer: false }
      const focus = (at: number) => all[at]?.focus()
      if (key === 'Escape') toComposer()
      else if (key === 'Home' && more) void goToMessage(store, { aroundSeq: 0 })
      else if (key === 'End' && newer)
        void goToMessage(store, { aroundSeq: Number.MAX_SAFE_INTEGER })
      else if (key === 'Home') focus(0)
      else if (key === 'End') focus(all.length - 1)
      else if (key === 'ArrowUp') focus(here - 1)
      else if (key === 'ArrowDown' && here === all.length - 1 && !newer) toComposer()
      else if (key === 'ArrowDown') focus(here + 1)
      else if (key === 'PageUp') focus(screenful(all, here, -(box.current?.clientHeight ?? 0)))
      else if (key === 'PageDown') focus(screenful(all, here, box.current?.clientHeight ?? 0))
      else return
      event.preventDefault()
    },
    [store, box, toComposer, main],
  )
}

/** The place of the message about `height` pixels further; at least one further. */
function screenful(all: HTMLElement[], here: number, height: number): number {
  const from = all[here]?.offsetTop ?? 0
  const step = Math.sign(height)
  let at = Math.min(Math.max(here + step, 0), all.length - 1)
  while (all[at + step] && Math.abs((all[at + step]?.offsetTop ?? 0) - from) < Math.abs(height))
    at += step
  return at
}
