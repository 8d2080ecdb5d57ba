import type { MetadataRoute } from 'next'
import { headers } from 'next/headers'
import { requestOrigin } from '@/app/_request/request-origin'
import { env } from '@/env'

export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: {
      ...{ userAgent: '*', allow: '/' },
      // Every combination of filters is a page; the map has what is worth reading.
      disallow: ['/projects?', '/search/', '/api/', '/settings/', '/rooms', '/teams'],
    },
    sitemap: `${requestOrigin(await headers(), env())}/sitemap.xml`,
  }
}
