import { notFound } from 'next/navigation'
import { Forbidden, NotFound } from '@/domain/errors'

/** Shows the not-found page when the thing is missing, or a page of it is not for this person. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) notFound()
    throw error
  }
}
