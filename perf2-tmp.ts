import { openWorld, rarityOf } from '@/bench/match/world'
import { openingsOf } from '@/domain/matching/load-projects'
import { Numbering } from '@/domain/matching/index/numbering'
import { OpeningIndex } from '@/domain/matching/index/opening-index'
import { PersonIndex } from '@/domain/matching/index/person-index'
import { weekOf } from '@/domain/matching/overlap'
const size = Number(process.argv[2])
const world = openWorld(1)
const r = rarityOf(world)
const [skills, steps] = [new Numbering(), new Numbering()]
const table: number[] = []
const rarity = (n: number) => (table[n] ??= r(skills.textOf(n)))
const o = new OpeningIndex(skills, steps, rarity) as any
const p = new PersonIndex(skills, steps, rarity) as any
for (let i = 0; i < size; i++) o.put(world.project())
o.settle()
for (let i = 0; i < size; i++) p.put(world.person())
p.settle()
const week = weekOf(Date.now())
const q = { limit: 70, week }
const other = openWorld(2, world.skills)
const persons = Array.from({ length: 300 }, other.person)
const ops = Array.from({ length: 150 }, other.project).flatMap(openingsOf)
let considered = 0
if (process.argv[3]) for (const x of [o, p]) { const orig = x.scoreOf.bind(x)
x.scoreOf = (a: any, b: any, c: any, d: any) => { considered++; return orig(a, b, c, d) } }
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000 }
const pct = (a: number[]) => { a.sort((x, y) => x - y); return [0.5, 0.9, 0.95, 0.99, 1].map((s) => +(a[Math.min(a.length - 1, Math.floor(a.length * s))] as number).toFixed(2)) }
for (const [name, list, ix] of [['openings', persons, o], ['people', ops, p]] as any)
for (let round = 0; round < 3; round++) {
  const a: number[] = [], c: number[] = []
  for (const x of list) { considered = 0; const t = cpu(); ix.search(x, [], q); a.push(cpu() - t); c.push(considered) }
  console.log(name, 'cpu', pct(a), 'considered', pct(c))
}
