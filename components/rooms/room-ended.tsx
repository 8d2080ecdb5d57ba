import { Button, LinkButton } from '@/components/ui/button'

/** Stands where the conversation was when it can go on no longer, and leads on. */
export function RoomEnded({ why }: { why: 'closed' | 'outdated' }) {
  return (
    <div role="alert" className="m-auto flex max-w-md flex-col items-start gap-4 p-6">
      <h2 className="text-xl">
        {why === 'closed' ? 'This room is closed to you' : 'Prajix has been updated'}
      </h2>
      <p className="text-md text-ink-2">
        {why === 'closed'
          ? 'You are not on this team any more, so its conversation is not open to you. The project itself stays public.'
          : 'This page is older than the server. Reload it to go on; what you wrote is kept.'}
      </p>
      {why === 'closed' ? (
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
