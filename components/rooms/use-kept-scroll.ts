'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** Closer to the end than this counts as being there. */
const nearEnd = 48

/**
 * Keeps the reader's place in a list that grows and is cut at both ends. The box is laid out from its end
 * (`column-reverse`), so scrollTop is 0 there and negative above, and the first paint is right without
 * script. While the reader is elsewhere, the row at the top of the box stays where it is.
 * @param live the list's end is the end of the conversation
 */
export function useKeptScroll(
  box: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  live: boolean,
) {
  const [atEnd, setAtEnd] = useState(live)
  const isLive = useRef(live)
  isLive.current = live
  const place = useRef<{ end: boolean; row: Element | undefined; offset: number }>({
    end: live,
    row: undefined,
    offset: 0,
  })
  /** As the box was when the place was noted last. */
  const noted = useRef({ scrollTop: 0, scrollHeight: 0 })

  /** @param moved how far the reader has scrolled since the place was noted, in pixels */
  const restore = useCallback(
    (moved = 0) => {
      if (!box.current || isHidden(box.current)) return
      const { end, row, offset } = place.current
      if (end) box.current.scrollTop = 0
      else if (row?.isConnected)
        box.current.scrollTop +=
          row.getBoundingClientRect().top -
          box.current.getBoundingClientRect().top -
          (offset - moved)
      const { scrollTop, scrollHeight } = box.current
      noted.current = { scrollTop, scrollHeight }
    },
    [box],
  )

  const note = useCallback(() => {
    if (!box.current || !list.current || isHidden(box.current)) return
    // A picture or a font came between: the rows moved, and the reader may have, too.
    if (!place.current.end && box.current.scrollHeight !== noted.current.scrollHeight)
      restore(box.current.scrollTop - noted.current.scrollTop)
    const end = isLive.current && box.current.scrollTop > -nearEnd
    const top = box.current.getBoundingClientRect().top
    const row = end ? undefined : firstBelow(list.current, top)
    place.current = { end, row, offset: row ? row.getBoundingClientRect().top - top : 0 }
    const { scrollTop, scrollHeight } = box.current
    noted.current = { scrollTop, scrollHeight }
    setAtEnd(end)
  }, [box, list, restore])

  /** To be called when rows have come or gone, before the browser shows it or tells of scrolling. */
  const settle = useCallback(() => {
    restore()
    note()
  }, [restore, note])

  useEffect(() => {
    if (!box.current || !list.current) return
    let hidden = false
    const observer = new ResizeObserver(() => {
      const back = hidden
      hidden = box.current === null || isHidden(box.current)
      // What was out of sight comes back where its reader left it.
      if (back) return restore()
      // Something has been scrolled into sight since: its scroll event is still to come.
      if (box.current?.scrollTop !== noted.current.scrollTop) note()
      else restore()
    })
    observer.observe(box.current)
    observer.observe(list.current)
    return () => observer.disconnect()
  }, [box, list, restore, note])

  const toEnd = useCallback(() => {
    if (!box.current || !isLive.current) return
    place.current.end = true
    box.current.scrollTop = 0
    setAtEnd(true)
  }, [box])

  /** Right now, also before the next render. */
  const isAtEnd = useCallback(() => place.current.end && isLive.current, [])

  return { atEnd, isAtEnd, note, settle, toEnd }
}

/** Something stands in its place: what it measures then says nothing about its reader's place. */
const isHidden = (box: HTMLElement) => box.clientHeight === 0

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
