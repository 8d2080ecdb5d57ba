'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { FormAction } from '@/contracts/form-state'
import type { SignalIds } from '@/contracts/realtime'
import { type SignalName, signalNames } from '@/contracts/signals'
import type { RealtimeAddress } from './connection'

const quiet = 300

/**
 * Keeps server-rendered pages true: every signal about the signed-in person makes the page look again.
 * For the layout of signed-in people. Its client library is fetched after the page, never with it.
 */
export function LiveUpdates({
  realtimePort,
  realtimeUrl,
  readNews,
}: RealtimeAddress & { readNews: FormAction }) {
  const router = useRouter()
  const path = useRef('')
  path.current = usePathname()
  // Each render of the page brings another, and the connection stays.
  const read = useRef(readNews)
  read.current = readNews
  useEffect(() => {
    let gone = false
    const stops: (() => void)[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      clearTimeout(timer)
      timer = setTimeout(() => router.refresh(), quiet)
    }
    const heard = (name: SignalName, ids: SignalIds) => {
      // An open room follows its own events; a refresh for each message would be waste.
      if (name === 'room:unread' && path.current === `/rooms/${ids.roomId}`) return
      refresh()
    }
    void import('./connection').then(({ openConnection }) => {
      if (gone) return
      const transport = openConnection({ realtimePort, realtimeUrl })
      for (const name of signalNames) stops.push(transport.on(name, (ids) => heard(name, ids)))
      stops.push(
        transport.on('reminder:told', async ({ reminderId }) => {
          if (!reminderId) return
          const { showReminder } = await import('@/components/reminders/show-reminder')
          await showReminder(transport, reminderId, {
            open: (href) => router.push(href),
            // Offline it stays news.
            read: (notificationId) => void read.current({ notificationId }).catch(() => {}),
          })
        }),
      )
      let lost = false
      stops.push(
        transport.onStatus(() => {
          if (transport.status() !== 'online') lost = true
          else if (lost) {
            lost = false
            refresh()
          }
        }),
      )
    })
    let hidden = document.hidden
    const looked = () => {
      if (hidden && !document.hidden) refresh()
      hidden = document.hidden
    }
    document.addEventListener('visibilitychange', looked)
    return () => {
      gone = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', looked)
      for (const stop of stops) stop()
    }
  }, [router, realtimePort, realtimeUrl])
  return null
}
