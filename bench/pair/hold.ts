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

/** Opens one file of each person, says so, is told to go on, opens the rest, and keeps them open. */
process.once('message', (plan: HoldPlan) => void run(plan))

async function run({ client, url, people, text }: HoldPlan) {
  const connect = await loadClient(client)
  const lines: { line: Line; places: Place[] }[] = []
  for (const { cookie, places } of people) lines.push({ line: await connect(url, cookie), places })
  const open = async (line: Line, place: Place) => {
    const { doc } = await line.open(place)
    const target = doc.getText(textName)
    if (target.length === 0) target.insert(0, text)
  }
  for (const { line, places } of lines) if (places[0]) await open(line, places[0])
  process.send?.({ phase: 'begun' })
  await new Promise((resolve) => process.once('message', resolve))
  for (const { line, places } of lines) for (const place of places.slice(1)) await open(line, place)
  process.send?.({ phase: 'open' })
}
