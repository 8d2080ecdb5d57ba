import type { DemoFile } from '../demo'

const gaps = `export type Reading = { at: number; levelCm: number }
export type Gap = { from: number; to: number; missing: number }

const minute = 60_000

/** Stretches without a reading, in a list that is ordered by time. One reading a minute is expected. */
export function gaps(readings: Reading[]): Gap[] {
  const found: Gap[] = []
  for (let i = 1; i < readings.length; i++) {
    const before = readings[i - 1]
    const after = readings[i]
    const missing = Math.round((after.at - before.at) / minute) - 1
    if (missing > 0) found.push({ from: before.at, to: after.at, missing })
  }
  return found
}
`

const gapsTest = `import { gaps } from './gaps.ts'

const at = (minutes: number) => ({ at: minutes * 60_000, levelCm: 120 })

test('a full hour has no gap', () => {
  expect(gaps(Array.from({ length: 60 }, (_, i) => at(i)))).toEqual([])
})

test('a missing minute is a gap, not a zero', () => {
  expect(gaps([at(0), at(1), at(3)])).toEqual([{ from: 60_000, to: 180_000, missing: 1 }])
})

test('an empty station has nothing to report', () => {
  expect(gaps([])).toEqual([])
})
`

const latest = `-- The last reading of each station: forty index probes instead of a sort of everything.
create table station (id int primary key, name text not null);
create table reading (
  station_id int not null references station,
  at timestamptz not null,
  level_cm int not null,
  primary key (station_id, at)
);

insert into station select n, 'Station ' || n from generate_series(1, 40) n;
insert into reading
  select s.id, timestamptz '2026-01-01' + m * interval '1 minute', 100 + (m * s.id) % 250
  from station s, generate_series(0, 499) m;

select s.name, r.at, r.level_cm
from station s
cross join lateral (
  select at, level_cm from reading
  where station_id = s.id
  order by at desc
  limit 1
) r
order by s.id
limit 5;
`

const range = `# The daily range of a station, and the days on which it is suspicious.
from collections import defaultdict


def daily_range(readings):
    """Difference of the highest and the lowest level of each day, in cm."""
    days = defaultdict(list)
    for day, level in readings:
        days[day].append(level)
    return {day: max(levels) - min(levels) for day, levels in days.items()}


readings = [("mon", 80), ("mon", 260), ("tue", 95), ("tue", 250), ("wed", 118), ("wed", 119)]
for day, width in daily_range(readings).items():
    print(day, width, "cm", "<- frozen sensor?" if width < 5 else "")

assert daily_range(readings)["mon"] == 180
`

const notes = `# How we work here

- Measure first: the plan before and the plan after go into \`plans/\`.
- Schema, then queries, then the cache.
- A missing minute stays missing. Nobody fills it with a zero.
`

/** What the Tidewatch team has open together. Every program runs as it stands. */
export const tidewatchFiles: DemoFile[] = [
  { by: 'maya', path: 'notes.md', text: notes },
  { by: 'maya', path: 'latest-readings.sql', text: latest },
  { by: 'maya', path: 'gaps.ts', text: gaps },
  { by: 'maya', path: 'gaps.test.ts', text: gapsTest },
  { by: 'maya', path: 'daily_range.py', text: range },
]
