import { textName } from '@/contracts/documents'
import { type ClientName, type Line, loadClient, type Place } from './line'

export type HoldPlan = {
  client: ClientName
  url: string
  /** Each person's files; one connection carries them. */
  people: { cookie: string; places: Place[] }[]
  /** What stands in every file; written by whoever opens it, where it is not there yet. */
  text: string
}

/** People whose files are opened and closed first: a server in use is larger than one just started. */
const before = 3

/** Opens and closes some files, says so, is told to go on, opens all, and keeps them open. */
process.once('message', (plan: HoldPlan) => void run(plan))

async function run({ client, url, people, text }: HoldPlan) {
  const connect = await loadClient(client)
  const openAll = async ({ cookie, places }: HoldPlan['people'][number]): Promise<Line> => {
    const line = await connect(url, cookie)
    for (const place of places) {
      const { doc } = await line.open(place)
      const target = doc.getText(textName)
      if (target.length === 0) target.insert(0, text)
    }
    return line
  }
  for (const person of people.slice(0, before)) (await openAll(person)).close()
  process.send?.({ phase: 'begun' })
  await new Promise((resolve) => process.once('message', resolve))
  for (const person of people) await openAll(person)
  process.send?.({ phase: 'open' })
}
