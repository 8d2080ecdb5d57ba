import { desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { project, projectListing } from '@/db/schema'

/** More than a search engine reads of us in a day; older ones are found over the pages of steps. */
const most = 10_000

/** What everybody may see, the newest first, for the map of the site. */
export function listPublicAddresses(): Promise<{ slug: string; updatedAt: Date }[]> {
  return db()
    .select({ slug: project.slug, updatedAt: project.updatedAt })
    .from(projectListing)
    .innerJoin(project, eq(project.id, projectListing.projectId))
    .orderBy(desc(projectListing.projectId))
    .limit(most)
}
