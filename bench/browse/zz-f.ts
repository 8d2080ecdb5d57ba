import fs from 'node:fs'
import { closeDatabase, db } from '@/db/client'
import { countFacets } from '@/domain/projects/count-facets'
import { planForLists } from '@/domain/projects/find-listed'
import { openQuestions } from './questions'
import { openWorld } from './world'
const u = new URL(fs.readFileSync('/tmp/h3load.log', 'utf8').split('\n')[0] ?? '')
u.pathname = '/projects_1000000'
process.env.DATABASE_URL = u.href
process.env.AUTH_SECRET = 'a-secret-that-only-the-bench-knows-0123456789'
const q = openQuestions(openWorld(9))
const all: [number, string][] = []
for (let n = 0; n < 60; n++) {
  const input = q.facets()
  const t = performance.now()
  const r = await db().transaction(async (tx) => { await planForLists(tx); return countFacets(tx, input, []) })
  all.push([performance.now() - t, JSON.stringify([r.total, input.q, input.stage, input.step, input.skill, input.hours, input.near])])
}
all.sort((a, b) => b[0] - a[0])
console.log(all.filter((_, i) => i < 8 || i % 8 === 0).map(([t, s]) => `${t.toFixed(1)} ${s}`).join('\n'))
await closeDatabase(); process.exit()
