import http from 'node:http'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { listMatchesForPerson } from '@/domain/matching/list-matches-for-person'
import { readMatchState, startMatchIndex } from '@/domain/matching/match-index'

/*
 * A web process of the bench's: the use-case behind HTTP, with an index of its own in a thread. `/state` tells
 * how the index is, anything else is the id of a person whose matches are wanted.
 */

startMatchIndex()
const server = http.createServer(async (request, response) => {
  try {
    const path = (request.url ?? '/').slice(1)
    const answer = path === 'state' ? await readMatchState() : await matchesOf(path)
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})

async function matchesOf(personId: string) {
  const { rows } = await db().execute<{ handle: string; name: string; zone: string }>(sql`
    select handle, name, time_zone as zone from person where id = ${personId}`)
  const [row] = rows
  if (!row) return null
  const { handle, name, zone } = row
  const actor = { personId, sessionId: '', handle, name, line: 1, timeZone: zone }
  return listMatchesForPerson(actor, { limit: 10 })
}
