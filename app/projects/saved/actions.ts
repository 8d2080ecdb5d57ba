'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import { savedSearchIdInput, saveSearchInput, setSearchNewsInput } from '@/contracts/searches'
import { deleteSavedSearch } from '@/domain/searches/delete-saved-search'
import { saveSearch } from '@/domain/searches/save-search'
import { setSearchNews } from '@/domain/searches/set-search-news'

export const saveSearchAction = formAction(saveSearchInput, async (actor, input) => {
  const saved = await saveSearch(actor, input)
  revalidatePath('/projects', 'layout')
  return saved
})
export const deleteSavedSearchAction = formAction(savedSearchIdInput, async (actor, input) => {
  await deleteSavedSearch(actor, input)
  revalidatePath('/projects', 'layout')
})
export const setSearchNewsAction = formAction(setSearchNewsInput, async (actor, input) => {
  await setSearchNews(actor, input)
  revalidatePath('/projects/saved')
})
