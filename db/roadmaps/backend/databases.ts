import { type Step, seat } from '../roadmap'

export const databases: Step = {
  id: 'databases',
  title: 'Databases',
  line: 3,
  summary:
    'Storing data so that it stays true and comes back fast: relational and document models, indexes, and transactions.',
  topics: [
    'Relational databases',
    'NoSQL databases',
    'SQL',
    'Indexes and query plans',
    'Transactions',
    'Migrations',
  ],
  outcomes: [
    'You can design tables in which a wrong state cannot be stored.',
    'You can read a query plan and choose an index that changes it.',
    'You can say what a transaction protects you from, and what it does not.',
    'You can change a schema while the program keeps running.',
    'You can argue when a document store fits better than tables.',
  ],
  prerequisites: ['choose-a-language', 'data-structures-and-algorithms'],
  ideas: [
    {
      slug: 'seed-library',
      title: 'Seed library ledger',
      pitch: 'Borrow seeds in spring, return more in autumn: a ledger that always adds up.',
      description: [
        'Community gardens lend seeds and ask for a part of the harvest back. Design the tables for members, varieties, loans and returns, and put a small web page in front.',
        '- Let the database refuse what is impossible: negative stock, a return without a loan, two members with one card.\n- Write five questions the gardeners ask, and answer each with one query.\n- Load a season of sample data, so that the answers are interesting.',
        '**Done means** a test tries to break every rule straight in SQL and fails, and a gardener gets an answer to a question you did not plan for.',
      ],
      hoursPerWeek: 3,
      openings: [
        seat('Schema designer', 1, { sql: 1 }, { 'database-design': 1 }),
        seat('Web developer', 1, { html: 1 }, { postgresql: 1, python: 1 }),
      ],
    },
    {
      slug: 'sensor-year',
      title: 'A year of sensors',
      pitch:
        'Store a year of readings from two hundred sensors and make the three slow queries fast.',
      description: [
        'Generate (or find as open data) one reading a minute from two hundred sensors for a year: about a hundred million rows. Then build the API that a dashboard would need: the last hour, the daily range, the gaps.',
        'Measure first. Keep a log of plans: the query, its plan before, what you changed, its plan after.',
        '- Import that survives a restart in the middle.\n- Partitions, indexes and summaries, each added for a query that asked for it.\n- A retention job that does not lock out readers.',
        '**Done means** the three queries answer in under 50 ms with a cold process, and the log of plans can teach someone else.',
      ],
      hoursPerWeek: 5,
      openings: [
        seat('Database developer', 2, { postgresql: 2, sql: 2 }, { 'query-tuning': 2 }),
        seat('API developer', 1, { typescript: 2 }, { 'node.js': 2 }),
      ],
    },
    {
      slug: 'bank-that-never-lies',
      title: 'A bank that never lies',
      pitch:
        'A double-entry ledger that survives crashes and races, and a tester that tries to cheat it.',
      description: [
        'Half of the team builds a ledger service: accounts, transfers, holds, reversals. The other half builds the adversary: a program that fires thousands of transfers at once, kills processes and connections at random, and then checks whether a single cent moved without a reason.',
        'Try several ways to keep it right (row locks, serialisable transactions with retries, an append-only journal) and compare them under the same attack.',
        '- Every transfer is idempotent; a client may repeat it for ever.\n- Balances at any past moment, without replaying everything.\n- An audit that runs while money moves.',
        '**Done means** an hour of attack ends with books that balance, throughput of each approach is in a table, and you can name the anomaly that each isolation level allows.',
      ],
      hoursPerWeek: 8,
      openings: [
        seat('Ledger developer', 2, { postgresql: 3, transactions: 2 }, { go: 2, java: 2 }),
        seat('Adversary developer', 1, { concurrency: 3 }, { 'property-based-testing': 2 }),
        seat('Data modeller', 1, { 'data-modelling': 2 }),
      ],
    },
  ],
}
