import type { DemoProject } from '../demo'

/** Projects of two or three people, over all lines: most teams are small. */
export const small: DemoProject[] = [
  {
    slug: 'gauge-that-lies',
    title: 'The gauge that lies',
    pitch:
      'Find wrong readings in four years of water levels: drift, spikes, frozen sensors, hot days.',
    description: [
      'Radio gauges fail in quiet ways: a value that repeats, a slow drift, a spike at noon. We label a month by hand, then write checks in SQL that find the same faults in four years.',
      'Each check is one query with a name that a field worker understands.',
    ],
    steps: ['databases'],
    status: 'open',
    daysAgo: 3,
    hoursPerWeek: 4,
    timeZone: 'Europe/Athens',
    window: ['17:00', '19:00'],
    owner: 'nikos',
    roles: [{ title: 'SQL developer', seats: 2, required: { sql: 2 }, nice: { timescaledb: 1 } }],
  },
  {
    slug: 'score-of-the-match',
    title: 'Score of the match',
    pitch:
      'Live cricket scores for a village league: one scorer, five hundred phones, one small server.',
    description: [
      'The scorer taps each ball. Everyone else sees it within a second, also those who were in a tunnel. The feed has numbers, so a phone knows what it missed and asks for exactly that.',
      'The league starts in six weeks. The server costs four euros a month and stays that way.',
    ],
    steps: ['apis', 'database-caching'],
    status: 'open',
    daysAgo: 18,
    hoursPerWeek: 5,
    timeZone: 'Asia/Kolkata',
    window: ['21:00', '23:00'],
    owner: 'arjun',
    roles: [
      {
        title: 'Realtime developer',
        seats: 1,
        required: { websockets: 2 },
        nice: { redis: 2 },
        team: {
          freya:
            'Five hundred phones is a warm-up for Elixir, but I would like to see you do it in Node.',
        },
      },
      {
        title: 'Phone page developer',
        seats: 1,
        required: { javascript: 2 },
        nice: { accessibility: 1 },
      },
    ],
  },
  {
    slug: 'proofs-that-run',
    title: 'Proofs that run',
    pitch:
      'Ten classic data structures, each with its invariant written down and checked while it runs.',
    description: [
      'For every structure: the invariant in one sentence, the same sentence as code, and a test that runs it after each random operation. When it breaks, you see the smallest sequence that broke it.',
      'Heaps, tries and two kinds of balanced tree are done. Skip lists are next, and hash tables will be a fight.',
    ],
    steps: ['data-structures-and-algorithms', 'testing'],
    status: 'in_progress',
    daysAgo: 24,
    hoursPerWeek: 5,
    timeZone: 'America/New_York',
    window: ['14:00', '17:00'],
    owner: 'ruth',
    roles: [
      {
        title: 'Python developer',
        seats: 2,
        required: { 'data-structures': 2 },
        nice: { 'property-based-testing': 2 },
        team: { hana: 'I know the structures; I have never written down why they are right.' },
      },
    ],
    applications: [
      {
        who: 'mei',
        role: 'Python developer',
        message:
          'I would like to take the hash table fight. I have lost one before and kept notes.',
        status: 'pending',
        daysAgo: 7,
      },
    ],
  },
  {
    slug: 'harbour-glossary',
    title: 'Harbour glossary',
    pitch:
      'Four hundred harbour words in five languages, edited by dockers, served as plain files.',
    description: [
      'A bollard has a different name in every port. We collected four hundred words from people who use them, with recordings, and serve them as files that any phone can keep.',
      'Completed: 412 words, 1,300 recordings, no server to pay for.',
    ],
    steps: ['internet', 'frontend'],
    status: 'completed',
    daysAgo: 140,
    hoursPerWeek: 3,
    timeZone: 'Africa/Lagos',
    window: ['19:00', '21:00'],
    owner: 'maya',
    roles: [
      {
        title: 'Frontend developer',
        seats: 1,
        required: { html: 2 },
        team: { aiko: 'I grew up next to a harbour and know eleven of these words in Japanese.' },
      },
      {
        title: 'Editor',
        seats: 1,
        required: { 'technical-writing': 2 },
        team: { amara: 'Recording people who know things is my profession.' },
      },
    ],
  },
  {
    slug: 'allocator-picture-book',
    title: 'Allocator picture book',
    pitch:
      'A draft: memory allocators told in pictures, one page per strategy, one page per regret.',
    description: [
      'Notes for now. Each spread shows the heap before and after, a strategy on the left and what goes wrong on the right.',
      'I will open this when three spreads are good enough to show.',
    ],
    steps: ['operating-systems'],
    status: 'draft',
    daysAgo: 5,
    hoursPerWeek: 3,
    timeZone: 'Australia/Melbourne',
    window: ['09:00', '12:00'],
    owner: 'grace',
    roles: [{ title: 'Illustrator', seats: 1, required: { 'ui-design': 2 }, nice: { svg: 2 } }],
  },
]
