'use client'
import { Button, LinkButton } from '@/components/ui/button'

/** Stands where a conversation cannot be, or not any more, and leads on. */
export function RoomEnded({
  why,
  heading: Heading = 'h2',
}: {
  why: 'closed' | 'outdated'
  heading?: 'h1' | 'h2'
}) {
  const closed = why === 'closed'
  return (
    <div role="alert" className="m-auto flex max-w-md flex-col items-start gap-4 p-6">
      <Heading className="text-xl">
        {closed ? 'This room is not open to you' : 'Prajix has been updated'}
      </Heading>
      <p className="text-md text-ink-2">
        {closed
          ? 'There is no such room, or you have no seat in it any more. A project or a step itself may still be open to read.'
          : 'This page is older than the server. Reload it to go on; what you wrote is kept.'}
      </p>
      {closed ? (
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/rooms" look="accent">
            Go to your rooms
          </LinkButton>
          <LinkButton href="/projects">Find a project</LinkButton>
        </div>
      ) : (
        <Button look="accent" onClick={() => window.location.reload()}>
          Reload the page
        </Button>
      )}
    </div>
  )
}
