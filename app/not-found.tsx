import type { Metadata } from 'next'
import { DeadEnd } from '@/components/shell/dead-end'
import { LinkButton } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <DeadEnd
      title="There is no stop here"
      actions={
        <>
          <LinkButton look="accent" href="/projects">
            Browse projects
          </LinkButton>
          <LinkButton href="/roadmap">See the roadmap</LinkButton>
        </>
      }
    >
      <p>
        The address may be mistyped, the thing may be gone, or it is only for people who are part of
        it. If it is yours, check that you are signed in with the right account.
      </p>
    </DeadEnd>
  )
}
