'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import { directRoomInput, roomLevelInput, stepRoomInput } from '@/contracts/rooms'
import { enterStepRoom } from '@/domain/rooms/enter-step-room'
import { leaveStepRoom } from '@/domain/rooms/leave-step-room'
import { openDirectRoom } from '@/domain/rooms/open-direct-room'
import { setRoomLevel } from '@/domain/rooms/set-room-level'

export const openDirectRoomAction = formAction(directRoomInput, (actor, input) =>
  openDirectRoom(actor, input),
)
export const enterStepRoomAction = formAction(stepRoomInput, async (actor, input) => {
  const entered = await enterStepRoom(actor, input)
  revalidatePath('/', 'layout')
  return entered
})
export const leaveStepRoomAction = formAction(stepRoomInput, async (actor, input) => {
  await leaveStepRoom(actor, input)
  revalidatePath('/', 'layout')
})
export const setRoomLevelAction = formAction(roomLevelInput, async (actor, input) => {
  await setRoomLevel(actor, input)
  revalidatePath('/', 'layout')
})
