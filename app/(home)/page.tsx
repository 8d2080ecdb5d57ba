import { Home } from '@/app/(home)/home'
import { Landing } from '@/app/(home)/landing'
import { getViewer } from '@/app/session'

export default async function Page() {
  const viewer = await getViewer()
  return viewer ? <Home actor={viewer} /> : <Landing />
}
