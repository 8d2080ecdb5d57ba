'use client'
import { AlarmClock, Ellipsis, Gavel, LogOut } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RemindersDialog } from '@/components/reminders/reminders-dialog'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { RoomPage } from '@/contracts/views'
import { LevelChoices } from './level-menu'
import { OrderDialog } from './order-dialog'
import { useRoomActions } from './room-actions'

/** What one can do with the room as a whole. */
export function RoomMenu({ page }: { page: RoomPage }) {
  const router = useRouter()
  const { leaveStep, setLevel } = useRoomActions()
  const leaving = useAction(leaveStep)
  const [ordering, setOrdering] = useState(false)
  const [reminders, setReminders] = useState(false)
  const { step, viewer } = page
  async function leave(stepId: string) {
    const answer = await leaving.run({ stepId })
    if (answer.status === 'ok') router.push(`/roadmap/${stepId}`)
    else toast('You did not leave.', answer.message)
  }
  return (
    <>
      <Menu
        trigger={
          <IconButton label="Room options">
            <Ellipsis aria-hidden className="size-4" />
          </IconButton>
        }
      >
        <LevelChoices room={page} level={viewer.level} action={setLevel} />
        <MenuSeparator />
        <MenuItem onClick={() => setReminders(true)}>
          <AlarmClock aria-hidden className="size-4 text-ink-3" />
          Reminders
        </MenuItem>
        {viewer.moderates && (
          <MenuItem onClick={() => setOrdering(true)}>
            <Gavel aria-hidden className="size-4 text-ink-3" />
            Keep order
          </MenuItem>
        )}
        {step && (
          <MenuItem onClick={() => void leave(step.id)}>
            <LogOut aria-hidden className="size-4 text-ink-3" />
            Leave this room
          </MenuItem>
        )}
      </Menu>
      <RemindersDialog open={reminders} onOpenChange={setReminders} />
      {viewer.moderates && <OrderDialog open={ordering} onOpenChange={setOrdering} />}
    </>
  )
}
