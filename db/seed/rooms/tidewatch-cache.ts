import { code, type DemoMessage } from '../demo'

/** The second half: the daily range, and a cache that tells its age. */
export const tidewatchCache: DemoMessage[] = [
  {
    by: 'priya',
    at: '-3 15:05',
    say: `43,200 rows for a month, that is honest work, but each row costs a visit to the table for \`level_cm\`. Let the index carry it:\n\n${code(
      'sql',
      `
create unique index concurrently reading_station_at
  on reading (station_id, at) include (level_cm);`,
    )}`,
  },
  {
    by: 'maya',
    at: '-3 18:20',
    say: 'Built. It says *Index Only Scan* and is barely faster: `Heap Fetches: 43200`. Why does it still go to the table?',
  },
  {
    by: 'priya',
    at: '-3 18:27',
    key: 'visibility',
    say: 'Because the index does not know which rows you may see. The visibility map does, page by page, and only vacuum sets it. After a bulk import:\n\n```sql\nvacuum (analyze) reading;\n```',
    reactions: { '👀': ['aiko', 'rafael'] },
  },
  {
    by: 'maya',
    at: '-3 18:34',
    replyTo: 'visibility',
    say: '`Heap Fetches: 0`, and 310 ms became **14 ms**. I have used index-only scans for years and never knew this.',
    reactions: { '🚀': ['priya', 'rafael'], '❤️': ['priya'] },
  },
  {
    by: 'rafael',
    at: '-3 22:05',
    say: 'A year for all forty stations is still 21 million rows, whichever way you read them. That one I would compute once: a day that has passed does not change.',
  },
  {
    by: 'maya',
    at: '-3 22:09',
    say: 'It does, though. Gauges on Bonny Island send late, up to two days.',
  },
  {
    by: 'rafael',
    at: '-3 22:31',
    say: `Then the import folds each batch into a table of days, and late readings go the same way:\n\n${code(
      'sql',
      `
insert into daily_range (station_id, day, low, high)
select station_id,
       date_bin('1 day', at, timestamptz '2000-01-01 00:00+00'),
       min(level_cm),
       max(level_cm)
from incoming
group by 1, 2
on conflict (station_id, day) do update
set low = least(daily_range.low, excluded.low),
    high = greatest(daily_range.high, excluded.high);`,
    )}\n\nLow and high only ever widen, so running a batch twice does no harm.`,
    reactions: { '👍': ['maya', 'priya'] },
  },
  {
    by: 'priya',
    at: '-2 05:40',
    say: 'True until somebody corrects a reading. If a spike is deleted, the range must shrink, and `greatest` cannot forget.',
    reactions: { '👀': ['rafael'] },
  },
  {
    by: 'maya',
    at: '-2 10:03',
    say: 'Decision, then: batches widen, and a correction deletes the row of that day and computes it anew from `reading`. 14 ms, rarely. I wrote it down in `decisions/003`.',
    reactions: { '✅': ['priya', 'rafael'] },
  },
  {
    by: 'aiko',
    at: '-2 11:50',
    say: "For the gaps I wanted a window function and was afraid of it. It is shorter than my fear:\n\n```sql\nselect station_id, at as gap_from, next_at as gap_to\nfrom (\n  select station_id, at,\n         lead(at) over (partition by station_id order by at) as next_at\n  from reading\n  where at >= now() - interval '1 day'\n) r\nwhere next_at - at > interval '5 minutes';\n```",
    reactions: { '🎉': ['maya', 'priya'], '🚀': ['rafael'] },
  },
  {
    by: 'maya',
    at: '-2 18:15',
    key: 'tail',
    say: 'Lovely. One hole: a station that is silent *now* has no next reading, so its gap does not show.',
  },
  {
    by: 'aiko',
    at: '-1 11:31',
    replyTo: 'tail',
    say: `\`coalesce(lead(at) over (…), now())\`. Its gap is then still growing, and I can draw it with an open end.`,
    reactions: { '❤️': ['maya'] },
  },
  {
    by: 'rafael',
    at: '-1 20:12',
    key: 'cache',
    say: `And now, with everybody’s permission, a cache, for the year view alone. One computation at a time, and the age travels with the value:\n\n${code(
      'ts',
      `
type Cached<T> = { value: T; at: number }

const running = new Map<string, Promise<Cached<unknown>>>()

export async function readThrough<T>(
  key: string,
  seconds: number,
  compute: () => Promise<T>,
): Promise<Cached<T>> {
  const stored = await redis.get(key)
  if (stored) return JSON.parse(stored) as Cached<T>
  const begun = running.get(key)
  if (begun) return begun as Promise<Cached<T>>
  const fresh = (async () => {
    const entry: Cached<T> = { value: await compute(), at: Date.now() }
    await redis.set(key, JSON.stringify(entry), { EX: seconds })
    return entry
  })().finally(() => running.delete(key))
  running.set(key, fresh)
  return fresh
}`,
    )}`,
    reactions: { '👀': ['maya', 'priya'], '👍': ['aiko'] },
  },
  {
    by: 'maya',
    at: '-1 20:20',
    say: 'Two remarks. `at` should be the moment before `compute` starts: the value is at least that old. And if Redis is down, `get` throws and so does the page. A cache must never be the reason why a page fails.',
    lastReadBy: ['maya'],
  },
  {
    by: 'rafael',
    at: '-1 20:41',
    replyTo: 'cache',
    say: `Both right. The first is one line; for the second:\n\n${code(
      'ts',
      `
const at = Date.now()
const entry: Cached<T> = { value: await compute(), at }
await redis.set(key, JSON.stringify(entry), { EX: seconds }).catch(report)`,
    )}\n\nand \`get\` becomes \`redis.get(key).catch(() => null)\`. A dead Redis then costs time and nothing else.`,
    reactions: { '✅': ['priya'] },
  },
  {
    by: 'priya',
    at: '-1 20:58',
    say: 'One more, for the late readings: a correction can land while `compute` runs, and the old answer is stored *after* we invalidate. Put the version of the station into the key; a correction raises it, and the late write goes to a key that nobody reads any more.',
    reactions: { '👍': ['rafael', 'aiko'] },
  },
  {
    by: 'rafael',
    at: '-150m',
    say: `Done: \`range:\${stationId}:v\${version}:\${year}\`. The version sits in \`station\`, and the correction raises it in the same transaction. There is a test that corrects a reading in the middle of \`compute\`.`,
    reactions: { '🚀': ['priya'] },
  },
  {
    by: 'aiko',
    at: '-96m',
    say: 'The dashboard prints “as of 12 s ago” under the year view now, quietly, in grey. It turns into a sentence when it is older than five minutes.',
    reactions: { '❤️': ['priya', 'rafael'] },
  },
  {
    by: 'priya',
    at: '-41m',
    say: 'Maya, three people ask to join, and one of them reads tide tables for a living. Can we talk about it on Saturday?',
  },
  {
    by: 'aiko',
    at: '-18m',
    say: 'Whoever it is, I would like them to look at the gap drawing. A dispatcher will see at once whether it tells the truth.',
    reactions: { '👍': ['priya'] },
  },
]
