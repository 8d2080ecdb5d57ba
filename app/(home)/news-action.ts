'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import { readNotificationsInput } from '@/contracts/inputs'
import { readNotifications } from '@/domain/teams/read-notifications'

/** Marks one piece of news as read, or all of it when none is named. */
export const readNewsAction = formAction(readNotificationsInput, async (actor, input) => {
  await readNotifications(actor, input)
  revalidatePath('/', 'layout')
})
