import { cache } from 'react'
import { orNotFound } from '@/app/or-not-found'
import { getViewer } from '@/app/session'
import { getProject } from '@/domain/projects/get-project'

/** The project as this viewer sees it, read once for the page and its metadata. */
export const loadProject = cache(async (slug: string) =>
  orNotFound(getProject(await getViewer(), { slug })),
)
