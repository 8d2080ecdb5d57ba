import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { requestOrigin } from '@/app/_request/request-origin'
import { readNewsAction } from '@/app/(home)/news-action'
import * as fonts from '@/app/fonts'
import { getViewer } from '@/app/session'
import { SignOutButton } from '@/components/accounts/sign-out-button'
import { LiveUpdates } from '@/components/realtime/live-updates'
import { NewsCount } from '@/components/shell/news-count'
import { OutsideRooms } from '@/components/shell/outside-rooms'
import { SiteFooter } from '@/components/shell/site-footer'
import { SiteHeader } from '@/components/shell/site-header'
import { parseTheme, themeCookie } from '@/components/shell/theme'
import { Toaster } from '@/components/ui/toast'
import { countReports } from '@/domain/moderation/count-reports'
import { countTold } from '@/domain/rooms/count-told'
import { listRooms } from '@/domain/rooms/list-rooms'
import { countSkillProposals } from '@/domain/skills/count-skill-proposals'
import { countNews } from '@/domain/teams/count-news'
import { env } from '@/env'

const faces = Object.values(fonts)
  .map((face) => face.variable)
  .join(' ')

export async function generateMetadata(): Promise<Metadata> {
  return {
    // Pictures for sharing need whole addresses, under whichever name this site was reached.
    metadataBase: new URL(requestOrigin(await headers(), env())),
    title: {
      template: '%s · Prajix',
      default: 'Prajix: learn the backend by shipping it with a team',
    },
    description:
      'Pick a step of the backend roadmap, join a project that needs you, and build it with a team.',
  }
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function Layout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value)
  const viewer = await getViewer()
  const [rooms, skills, reports] = await Promise.all([
    viewer ? listRooms(viewer) : [],
    countSkillProposals(viewer),
    countReports(viewer),
  ])
  const moderation = skills === null || reports === null ? null : { skills, reports }
  const [unread, news] = viewer
    ? await Promise.all([countTold(viewer, rooms), countNews(viewer)])
    : [0, 0]
  return (
    <html
      lang="en"
      data-theme={theme}
      // The theme switch changes the attribute before the next render from the server does.
      suppressHydrationWarning
      className={faces}
    >
      <body className="flex flex-col">
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-24 rounded-s bg-accent px-4 py-2.5 text-sm font-semibold text-on-accent focus:translate-y-0"
        >
          Skip to content
        </a>
        <NewsCount value={news}>
          <Toaster>
            <OutsideRooms>
              <SiteHeader
                person={viewer && { ...viewer, id: viewer.personId }}
                unread={unread}
                moderation={moderation}
                theme={theme}
                signOut={
                  viewer && (
                    <SignOutButton
                      personId={viewer.personId}
                      className="w-full justify-start! px-2.5! font-normal!"
                    />
                  )
                }
              />
            </OutsideRooms>
            <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
              {children}
            </main>
            <OutsideRooms>
              <SiteFooter theme={theme} />
            </OutsideRooms>
            {viewer && (
              <LiveUpdates
                realtimePort={env().REALTIME_URL ? null : env().REALTIME_PORT}
                realtimeUrl={env().REALTIME_URL ?? null}
                readNews={readNewsAction}
              />
            )}
          </Toaster>
        </NewsCount>
      </body>
    </html>
  )
}
