'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/app/form-action'
import { notificationIdInput } from '@/contracts/inputs'
import { readNotifications } from '@/domain/teams/read-notifications'

/** Marks one piece of news as read, or all of it when none is named. */
export const readNewsAction = formAction(
  notificationIdInput.or(z.object({})),
  async (actor, input) => {
    await readNotifications(actor, input)
    revalidatePath('/', 'layout')
  },
)
