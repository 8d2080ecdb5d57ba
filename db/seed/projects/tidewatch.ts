import type { DemoProject } from '../demo'

export const tidewatch: DemoProject[] = [
  {
    slug: 'tidewatch-harbour-sensor-api',
    title: 'Tidewatch: harbour sensor API',
    pitch:
      'Store a year of tide readings, then make the slow queries fast: plans, indexes, and a cache.',
    description: [
      'Forty tide gauges along the West African coast publish a reading each minute. We store a year of them, about **21 million rows**, and answer three questions quickly: the last reading of each station, the daily range, and the gaps.',
      '## How we work\n\n- Measure first. Every change to an index or a query comes with the plan before and after, in `plans/`.\n- One thing at a time: schema, then queries, then the cache. A cache in front of a bad query hides the lesson.\n- An hour together on Tuesday and Saturday, small pull requests in between.',
      '## Where we are\n\nThe import runs and survives a restart in the middle. The latest-reading query went from 4.1 s to 2 ms. Next come the daily range, and a cache whose age is printed on every answer.',
      'You need not know PostgreSQL well. You need to be the kind of person who asks what `Rows Removed by Filter` means.',
    ],
    steps: ['databases', 'database-caching'],
    status: 'in_progress',
    daysAgo: 33,
    hoursPerWeek: 6,
    timeZone: 'Africa/Lagos',
    window: ['19:00', '22:00'],
    owner: 'maya',
    maintainers: ['priya'],
    roles: [
      {
        title: 'Database developer',
        seats: 2,
        required: { postgresql: 2, sql: 2 },
        nice: { 'query-tuning': 2 },
        team: {
          priya:
            'I have tuned queries like these for years and never wrote the program around them. I will bring the plans; please review my TypeScript without mercy.',
        },
      },
      {
        title: 'API developer',
        seats: 2,
        required: { typescript: 2 },
        nice: { 'node.js': 2, redis: 1 },
        team: {
          rafael:
            'I have a tide gauge’s little brother on my balcony. I know Go and Redis, and can give you the cache half of this.',
        },
      },
      {
        title: 'Dashboard developer',
        seats: 1,
        required: { 'data-visualisation': 1 },
        nice: { svg: 2, accessibility: 2 },
        team: {
          aiko: 'Tides are the most beautiful time series there is. I would like to draw them and finally learn what an index does.',
        },
      },
    ],
    applications: [
      {
        who: 'nikos',
        role: 'Database developer',
        message:
          'I dispatch ferries in Piraeus and read tide tables every morning. My SQL is young: I can write a join and I am afraid of window functions. What I bring is knowing when a reading is wrong, and six hours a week after 17:00 my time.',
        status: 'pending',
        daysAgo: 2,
      },
      {
        who: 'sam',
        role: 'Database developer',
        message:
          'I keep four years of water gauge readings in a PostGIS database that has grown slower every year. I would like to learn on your data what I should have done with mine. I have partitioned a table once, wrongly, and can tell you how.',
        status: 'pending',
        daysAgo: 1,
      },
      {
        who: 'arjun',
        role: 'API developer',
        message:
          'I have built the streaming side of three dashboards. If you want the last reading pushed rather than polled, I can do that behind the cache without a second source of truth. Evenings in India, which is your late afternoon.',
        status: 'pending',
        daysAgo: 5,
      },
      {
        who: 'mei',
        role: 'Database developer',
        message: 'I can help with the import: I deduplicate sensor files at work.',
        status: 'declined',
        daysAgo: 25,
        reason:
          'The import was finished the day before you wrote, and well timed help is what we lack next: the daily range starts in three weeks. Please ask again then.',
      },
    ],
    invitations: [
      {
        who: 'ruth',
        role: 'Database developer',
        message: 'You asked what an index is, mathematically. Come and tell us.',
        status: 'declined',
        daysAgo: 18,
        reason: 'My evenings belong to the knitting language until next month. Ask me then.',
      },
    ],
  },
]
