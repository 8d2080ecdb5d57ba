import { code, type DemoMessage } from '../demo'

/** The first half of the Tidewatch conversation: from four seconds to two milliseconds. */
export const tidewatchQueries: DemoMessage[] = [
  {
    by: 'maya',
    at: '-6 18:04',
    say: 'The import finished over night: **21,038,400 rows**, 40 stations, no duplicates. The restart in the middle worked, by accident, because my laptop went to sleep.',
    reactions: { '🎉': ['priya', 'rafael', 'aiko'] },
  },
  {
    by: 'maya',
    at: '-6 18:06',
    key: 'slow',
    say: `Now the bad news. The last reading of each station, as the dashboard asks for it:\n\n${code(
      'sql',
      `
select distinct on (station_id) station_id, at, level_cm
from reading
order by station_id, at desc;`,
    )}\n\n4.1 seconds, warm.`,
    reactions: { '👀': ['priya'] },
  },
  {
    by: 'rafael',
    at: '-6 22:15',
    say: 'Put it in Redis and go home?',
    reactions: { '👎': ['maya', 'priya'] },
  },
  {
    by: 'maya',
    at: '-6 22:17',
    say: 'House rule: no cache in front of a query that nobody has looked at. You wrote half of that rule.',
  },
  { by: 'rafael', at: '-6 22:18', say: 'I did. I wanted to hear whether it holds.' },
  {
    by: 'priya',
    at: '-5 15:02',
    replyTo: 'slow',
    say: `Plan, please? With buffers:\n\n${code(
      'sql',
      `
explain (analyze, buffers)
select distinct on (station_id) station_id, at, level_cm
from reading
order by station_id, at desc;`,
    )}`,
  },
  {
    by: 'maya',
    at: '-5 15:09',
    say: code(
      'text',
      `
Unique  (actual time=3102.4..4098.7 rows=40 loops=1)
  ->  Sort  (actual time=3102.4..3721.0 rows=21038400 loops=1)
        Sort Key: station_id, at DESC
        Sort Method: external merge  Disk: 536104kB
        ->  Seq Scan on reading  (actual time=0.02..1064.3 rows=21038400 loops=1)
Execution Time: 4139.6 ms`,
    ),
  },
  {
    by: 'priya',
    at: '-5 15:12',
    say: 'There it is: it sorts 21 million rows on disk to keep 40 of them. What indexes are there?',
  },
  {
    by: 'maya',
    at: '-5 15:13',
    say: `Only the primary key, on \`(at, station_id)\`, because I thought of time first.`,
  },
  {
    by: 'priya',
    at: '-5 15:16',
    key: 'order',
    say: 'Then the order is the wrong way round for this question. With `(station_id, at)` each station is one run in the index, and its newest reading is the end of that run. Swap the key; you can read it backwards for `desc`.',
    reactions: { '👍': ['maya', 'aiko'] },
  },
  {
    by: 'aiko',
    at: '-5 15:20',
    say: 'Beginner question: will it not still walk over every row of every run?',
    reactions: { '🤔': ['maya'] },
  },
  {
    by: 'priya',
    at: '-5 15:24',
    say: `Not a beginner question at all. With \`distinct on\`, yes: PostgreSQL reads the whole index and throws almost all of it away. So ask station by station:\n\n${code(
      'sql',
      `
select s.id as station_id, r.at, r.level_cm
from station s
cross join lateral (
  select at, level_cm
  from reading
  where station_id = s.id
  order by at desc
  limit 1
) r;`,
    )}\n\nForty short walks to the end of forty runs.`,
    reactions: { '❤️': ['aiko'], '🚀': ['maya'] },
  },
  {
    by: 'aiko',
    at: '-5 15:26',
    say: 'I drew it: a bookshelf with forty books, and you open each at the last page. The old query read all forty books first.',
    reactions: { '❤️': ['priya', 'maya', 'rafael'] },
  },
  {
    by: 'maya',
    at: '-5 18:31',
    edited: true,
    say: `Key swapped (the rebuild took 38 s). Same data:\n\n${code(
      'text',
      `
Nested Loop  (actual time=0.05..1.71 rows=40 loops=1)
  ->  Seq Scan on station s  (actual time=0.01..0.02 rows=40 loops=1)
  ->  Limit  (actual time=0.04..0.04 rows=1 loops=40)
        ->  Index Scan Backward using reading_pkey on reading
              Index Cond: (station_id = s.id)
Execution Time: 1.8 ms`,
    )}\n\n**4,139 ms to 1.8 ms.** It is in \`plans/001-latest.md\`.`,
    reactions: { '🚀': ['priya', 'rafael', 'aiko'], '🎉': ['rafael'] },
  },
  {
    by: 'rafael',
    at: '-5 22:40',
    say: 'I withdraw Redis for this one. A cache would have hidden a factor of two thousand.',
    reactions: { '✅': ['maya'] },
  },
  {
    by: 'aiko',
    at: '-4 11:45',
    key: 'stations',
    say: 'A station that never sent anything is missing from the new result. For the map I would like it to be there, grey.',
  },
  {
    by: 'maya',
    at: '-4 12:02',
    replyTo: 'stations',
    say: `Good catch. \`left join lateral (…) r on true\` keeps it, with nulls. The API type then has to admit it:\n\n${code(
      'ts',
      `
type LatestReading = {
  stationId: number
  /** Null while a station has never reported. */
  reading: { at: string; levelCm: number } | null
}`,
    )}`,
    reactions: { '✅': ['aiko'] },
  },
  {
    by: 'priya',
    at: '-4 15:10',
    deleted: true,
    say: '',
  },
  {
    by: 'priya',
    at: '-4 15:11',
    say: 'Sorry, wrong room. Next: the daily range. Who has numbers?',
  },
  {
    by: 'maya',
    at: '-4 18:12',
    key: 'range',
    say: `I have. One station, one month, 310 ms cold:\n\n${code(
      'sql',
      `
select date_bin('1 day', at, timestamptz '2000-01-01 00:00+00') as day,
       min(level_cm) as low,
       max(level_cm) as high
from reading
where station_id = $1
  and at >= $2
  and at < $3
group by day
order by day;`,
    )}`,
  },
]
