import { after } from 'next/server'
import { readNewsAction } from '@/app/(home)/news-action'
import { putWelcomeAside } from '@/app/welcome/actions'
import { HomeHeader } from '@/components/home/home-header'
import { HomeRooms } from '@/components/home/home-rooms'
import { NewsList } from '@/components/home/news-list'
import { NextActions } from '@/components/home/next-actions'
import { Waiting } from '@/components/home/waiting'
import { ProjectsForYou } from '@/components/matching/projects-for-you'
import type { Actor } from '@/domain/actor'
import { recordImpressions } from '@/domain/matching/record-impressions'
import { getHome } from '@/domain/teams/get-home'

/** What to do next, for someone who is signed in. */
export async function Home({ actor }: { actor: Actor }) {
  const home = await getHome(actor)
  const projectIds = home.matches.matches.map(({ project }) => project.id)
  after(() => recordImpressions(actor, { projectIds }))
  return (
    <div className="page py-8 md:py-10">
      <HomeHeader name={actor.name} home={home} />
      <NextActions home={home} skipWelcome={putWelcomeAside} />
      <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-10">
          <Waiting home={home} />
          <ProjectsForYou page={home.matches} />
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <HomeRooms rooms={home.rooms} />
          <NewsList news={home.news} action={readNewsAction} />
        </div>
      </div>
    </div>
  )
}
