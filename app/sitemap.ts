import type { MetadataRoute } from 'next'
import { headers } from 'next/headers'
import { requestOrigin } from '@/app/_request/request-origin'
import { listPublicAddresses } from '@/domain/projects/list-public-addresses'
import { getRoadmap } from '@/domain/roadmap/get-roadmap'
import { env } from '@/env'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = requestOrigin(await headers(), env())
  const [roadmap, projects] = await Promise.all([getRoadmap(null), listPublicAddresses()])
  return [
    ...['/', '/roadmap', '/projects'].map((path) => ({ url: origin + path })),
    ...roadmap.steps.map((step) => ({ url: `${origin}/roadmap/${step.id}` })),
    ...projects.map(({ slug, updatedAt }) => ({
      ...{ url: `${origin}/projects/${slug}`, lastModified: updatedAt },
    })),
  ]
}
