'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** Closer to the end than this counts as being there. */
const nearEnd = 48

/**
 * Keeps the reader's place in a list that grows at both ends. The box is laid out from its end
 * (`column-reverse`), so scrollTop is 0 there and negative above, and the first paint is right without
 * script. While the reader is elsewhere, the row at the top of the box stays where it is.
 */
export function useKeptScroll(
  box: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
) {
  const [atEnd, setAtEnd] = useState(true)
  const place = useRef<{ end: boolean; row: Element | undefined; offset: number }>({
    end: true,
    row: undefined,
    offset: 0,
  })

  const note = useCallback(() => {
    if (!box.current || !list.current) return
    const end = box.current.scrollTop > -nearEnd
    const top = box.current.getBoundingClientRect().top
    const row = end ? undefined : firstBelow(list.current, top)
    place.current = { end, row, offset: row ? row.getBoundingClientRect().top - top : 0 }
    setAtEnd(end)
  }, [box, list])

  useEffect(() => {
    if (!box.current || !list.current) return
    const restore = () => {
      const { end, row, offset } = place.current
      if (!box.current) return
      if (end) box.current.scrollTop = 0
      else if (row?.isConnected)
        box.current.scrollTop +=
          row.getBoundingClientRect().top - box.current.getBoundingClientRect().top - offset
    }
    const observer = new ResizeObserver(restore)
    observer.observe(box.current)
    observer.observe(list.current)
    return () => observer.disconnect()
  }, [box, list])

  const toEnd = useCallback(() => {
    if (!box.current) return
    place.current.end = true
    box.current.scrollTop = 0
    setAtEnd(true)
  }, [box])

  /** Right now, also before the next render. */
  const isAtEnd = useCallback(() => place.current.end, [])

  return { atEnd, isAtEnd, note, toEnd }
}

/** The first message whose lower edge is below `top`: rows are in order, so halves are thrown away. */
function firstBelow(list: Element, top: number): Element | undefined {
  const rows = list.querySelectorAll('[data-message]')
  let from = 0
  let to = rows.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) > top) to = middle
    else from = middle + 1
  }
  return rows[from]
}
