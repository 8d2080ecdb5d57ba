import { textName } from '@/contracts/documents'
import { type ClientName, loadClient, type Place } from './line'

export type OpenPlan = { client: ClientName; url: string; cookie: string; place: Place }

/** Says how many milliseconds passed from asking for the file to having its text. */
process.once('message', (plan: OpenPlan) => void run(plan))

async function run({ client, url, cookie, place }: OpenPlan) {
  const connect = await loadClient(client)
  const line = await connect(url, cookie)
  const since = performance.now()
  const { doc } = await line.open(place)
  const { length } = doc.getText(textName)
  process.send?.({ ms: performance.now() - since, length })
  line.close()
}
