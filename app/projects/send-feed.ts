import { requestOrigin } from '@/app/_request/request-origin'
import type { ProjectCard } from '@/contracts/views'
import { env } from '@/env'

const marks: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
}
// XML has no way to write the other control characters at all, nor half a pair of surrogates.
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
const escaped = (text: string) =>
  text.replace(unwritable, '').replace(/[&<>"']/g, (mark) => marks[mark] ?? '')

/** An Atom feed of projects, the newest first. `list` and `self` are paths of this site. */
export function sendFeed(
  headers: Headers,
  feed: { title: string; list: string; self: string; projects: ProjectCard[] },
): Response {
  const origin = requestOrigin(headers, env())
  const at = (path: string) => escaped(`${origin}${path}`)
  const entries = feed.projects.map((project) => {
    const owner = project.members[0]
    const steps = project.steps.map((step) => `<category term="${escaped(step.title)}"/>`).join('')
    return `  <entry>
    <id>urn:uuid:${project.id}</id>
    <title>${escaped(project.title)}</title>
    <link href="${at(`/projects/${project.slug}`)}"/>
    <published>${project.createdAt}</published>
    <updated>${project.createdAt}</updated>
    <author><name>${escaped(owner?.name ?? 'Prajix')}</name></author>
    ${steps}
    <summary>${escaped(project.pitch)}</summary>
  </entry>`
  })
  // Atom wants a date; of an empty list it is the beginning of time, so that no reader thinks it new.
  const updated = feed.projects[0]?.createdAt ?? new Date(0).toISOString()
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${at(feed.self)}</id>
  <title>${escaped(feed.title)}</title>
  <link href="${at(feed.list)}"/>
  <link rel="self" type="application/atom+xml" href="${at(feed.self)}"/>
  <updated>${updated}</updated>
${entries.join('\n')}
</feed>
`
  return new Response(body, {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      // Two people do not see the same: a block hides.
      'cache-control': 'private, max-age=300',
    },
  })
}
