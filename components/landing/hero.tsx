import { LinkButton } from '@/components/ui/button'

/** One sentence, two actions. */
export function Hero() {
  return (
    <div className="pt-12 pb-10 md:pt-18 md:pb-12">
      <h1 className="max-w-[15em] text-3xl">Learn the backend by shipping it with a team.</h1>
      <p className="mt-5 max-w-[36em] text-lg text-ink-2">
        Pick a step of the roadmap, join a project that needs you, and build it together in a room
        of your own.
      </p>
      <div className="mt-7 flex flex-wrap gap-3">
        <LinkButton look="accent" href="/projects" className="text-md! sm:min-h-11! px-5!">
          Find a project
        </LinkButton>
        <LinkButton href="/projects/new" prefetch={false} className="text-md! sm:min-h-11! px-5!">
          Post an idea
        </LinkButton>
      </div>
    </div>
  )
}
