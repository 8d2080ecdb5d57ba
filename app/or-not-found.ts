import { notFound } from 'next/navigation'
import { NotFound } from '@/domain/errors'

/** Shows the not-found page when the domain says that the thing is missing or not to be seen. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
}
