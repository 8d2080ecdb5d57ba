import { Suspense } from 'react'
import { Home } from '@/app/(home)/home'
import { Landing } from '@/app/(home)/landing'
import { getViewer } from '@/app/session'
import { HomeSkeleton } from '@/components/home/home-skeleton'

/** A stranger's page is sent whole, so that it reads without JavaScript too. */
export default async function Page() {
  const viewer = await getViewer()
  if (!viewer) return <Landing />
  return (
    <Suspense fallback={<HomeSkeleton />}>
      <Home actor={viewer} />
    </Suspense>
  )
}
