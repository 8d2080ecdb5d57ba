import { type Step, seat } from '../roadmap'

export const databaseCaching: Step = {
  id: 'database-caching',
  title: 'Database Caching',
  line: 3,
  summary:
    'Keeping a copy of data close to where it is needed, knowing how old it may be, and throwing it away at the right moment.',
  topics: [
    'Read-through and write-through',
    'Expiry and eviction',
    'Invalidation',
    'Stampedes',
    'Materialised views',
  ],
  outcomes: [
    'You can decide whether a slow read needs a cache or a better query.',
    'You can say how stale each cached value may be, and who agreed to that.',
    'You can keep a thousand clients from recomputing the same value at once.',
    'You can measure a hit rate and say what a miss costs.',
  ],
  prerequisites: ['databases', 'apis'],
  ideas: [
    {
      slug: 'front-page-counter',
      title: 'Front page under pressure',
      pitch:
        'A page with six expensive numbers: make it fast, and print on it how old each number is.',
      description: [
        'Build a front page for an invented marketplace whose numbers (items, sellers, sales today, top places) are each a slow query over a few million rows. Then cache them, one by one, and print the age of each beside it.',
        '- Agree for each number how old it may be, and write down why.\n- Compare a cache in the process, one in Redis, and a materialised view.\n- Show the hit rate on a page of its own.',
        '**Done means** the page answers in under 30 ms while rows are being written, and no number is ever older than what it says.',
      ],
      hoursPerWeek: 3,
      openings: [seat('Backend developer', 2, { sql: 1 }, { redis: 1 })],
    },
    {
      slug: 'stampede-lab',
      title: 'Stampede lab',
      pitch:
        'Reproduce a cache stampede on your laptop, then stop it in four ways and compare them.',
      description: [
        'When a popular key expires, every client recomputes it at once and the database falls over. Reproduce that with a load generator, on demand, with graphs that show the moment.',
        'Then build four cures behind one interface: a lock, early refresh by chance, serving stale while one refreshes, and a scheduled refresh. Run the same storm against each.',
        '- Also kill Redis in the middle of the storm.\n- Record the slowest percentile, not the average.\n- Explain in one page which cure fits which kind of value.',
        '**Done means** anyone can run `make storm` and see the same curves as in your report.',
      ],
      hoursPerWeek: 5,
      openings: [
        seat('Backend developer', 1, { redis: 2, concurrency: 1 }, { go: 2, 'node.js': 2 }),
        seat('Load and graphs engineer', 1, { 'load-testing': 1 }, { grafana: 1, prometheus: 1 }),
      ],
    },
    {
      slug: 'cache-that-follows',
      title: 'A cache that follows the log',
      pitch:
        'Follow the database’s change log and refresh exactly the cached views that a write touched.',
      description: [
        'Expiry times are guesses. Read the change stream of PostgreSQL instead, work out which cached answers each change touches, and refresh only those.',
        'The hard cases are the reason to do it: a write that moves a row from one list to another, two changes that arrive in one transaction, a reader that computes while the value is being invalidated.',
        '- Logical replication into a small service that keeps its place across restarts.\n- Rules from changes to keys, written next to the queries and tested with random writes.\n- A checker that recomputes samples and reports any difference.',
        '**Done means** a million random writes leave no stale answer behind, the lag is on a graph, and losing the cache costs time and never truth.',
      ],
      hoursPerWeek: 8,
      openings: [
        seat('Replication developer', 1, { postgresql: 3, replication: 2 }, { go: 2, rust: 2 }),
        seat('Cache developer', 1, { redis: 3, caching: 2 }),
        seat('Correctness tester', 1, { 'property-based-testing': 2 }, { transactions: 2 }),
      ],
    },
  ],
}
