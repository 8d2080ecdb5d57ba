import type { DemoProject } from '../demo'

export const databases: DemoProject[] = [
  {
    slug: 'seed-ledger',
    title: 'Seed ledger',
    pitch:
      'Borrow seeds in spring, bring back more in autumn: a small database that always adds up.',
    description: [
      'Three community gardens in Denver lend each other seeds. The rules are simple and always broken: nobody lends what they do not have, and a return belongs to a loan.',
      'We want the database itself to refuse what is impossible. The web page in front of it is deliberately plain.',
      '- Tables, constraints, and a file that tries to break each rule.\n- Five questions that gardeners ask, each answered by one query.',
    ],
    steps: ['databases'],
    status: 'open',
    daysAgo: 10,
    hoursPerWeek: 3,
    timeZone: 'America/Denver',
    window: ['18:00', '20:30'],
    owner: 'sam',
    roles: [
      { title: 'Schema designer', seats: 1, required: { sql: 1 }, nice: { 'database-design': 1 } },
      {
        title: 'Web developer',
        seats: 1,
        required: { html: 1 },
        nice: { python: 1 },
        team: {
          yusuf:
            'Our school garden has the same problem with shovels. I will build the page and borrow the idea.',
        },
      },
    ],
    applications: [
      {
        who: 'ruth',
        role: 'Schema designer',
        message:
          'A constraint is an axiom that someone enforces. I would like to write yours and then try to contradict them.',
        status: 'pending',
        daysAgo: 4,
      },
    ],
  },
  {
    slug: 'rent-paid-once',
    title: 'Rent, paid once',
    pitch: 'A ledger for mobile payments that survives retries, crashes and a tester who cheats.',
    description: [
      'A phone sends a payment, loses its signal, and sends it again. We build the ledger behind it so that the rent is paid once, and an adversary that repeats, reorders and kills until it finds a way to be wrong.',
      '- Double entry; a transaction that does not balance cannot be stored.\n- Three ways to be right (row locks, serialisable with retries, a journal), measured under the same attack.\n- Balances at any past moment.',
      'Row locks work. Serialisable has one anomaly that we do not understand yet, which is why you should come.',
    ],
    steps: ['databases', 'testing'],
    status: 'in_progress',
    daysAgo: 44,
    hoursPerWeek: 6,
    timeZone: 'Africa/Nairobi',
    window: ['19:00', '22:00'],
    owner: 'wanjiru',
    roles: [
      {
        title: 'Ledger developer',
        seats: 2,
        required: { postgresql: 3, transactions: 2 },
        nice: { java: 2 },
        team: {
          zanele:
            'Our clinic pays suppliers over the same network, and twice when it rains. I have a personal interest.',
        },
      },
      {
        title: 'Adversary',
        seats: 1,
        required: { 'property-based-testing': 3 },
        nice: { concurrency: 3 },
        team: { tomasz: 'You had me at “a tester who cheats”.' },
      },
    ],
  },
  {
    slug: 'radio-archive',
    title: 'Forty years of radio',
    pitch:
      'A searchable catalogue for 9,000 tapes of community radio, in French, Wolof and Pulaar.',
    description: [
      'The tapes are being digitised; their labels are not. We build the catalogue: who spoke, about what, in which language, and how sure we are.',
      'Search must forgive spelling in three languages, two of which were written down in four ways on these labels.',
      'Amara knows the archive. I know tables. We need somebody who has built a search before.',
    ],
    steps: ['databases', 'apis'],
    status: 'open',
    daysAgo: 17,
    hoursPerWeek: 5,
    timeZone: 'Asia/Taipei',
    window: ['20:00', '22:30'],
    owner: 'mei',
    maintainers: ['amara'],
    roles: [
      {
        title: 'Archivist',
        seats: 1,
        required: {},
        nice: { 'technical-writing': 2 },
        team: { amara: 'These are my tapes. I would carry them to your house if I could.' },
      },
      {
        title: 'Search developer',
        seats: 1,
        required: { 'full-text-search': 2 },
        nice: { postgresql: 2 },
      },
      { title: 'Django developer', seats: 1, required: { django: 2 } },
    ],
    applications: [
      {
        who: 'camila',
        role: 'Django developer',
        message:
          'I can give you a Django admin that an archivist enjoys within two weeks. My French is decent, too.',
        status: 'pending',
        daysAgo: 6,
      },
    ],
  },
  {
    slug: 'plan-reader',
    title: 'Plan reader',
    pitch: 'Paste an EXPLAIN plan and get three sentences: where time went, why, and what to try.',
    description: [
      'Plan viewers draw trees. Ours writes three sentences, each with the line of the plan that it came from. It says nothing when it does not know.',
      'Finished with 140 real plans as tests. The hardest part was to stop it from recommending an index every time.',
    ],
    steps: ['databases'],
    status: 'completed',
    daysAgo: 128,
    hoursPerWeek: 5,
    timeZone: 'Asia/Kolkata',
    window: ['20:30', '22:30'],
    owner: 'priya',
    roles: [
      {
        title: 'TypeScript developer',
        seats: 2,
        required: { typescript: 3 },
        team: {
          maya: 'I paste plans into your chat anyway. We may as well automate you.',
          tomasz: '',
        },
      },
      {
        title: 'Editor',
        seats: 1,
        required: { 'technical-writing': 3 },
        team: { owen: 'Three sentences is a format I can fight for.' },
      },
    ],
  },
  {
    slug: 'storm-in-a-cache',
    title: 'Storm in a cache',
    pitch:
      'Reproduce a cache stampede on one laptop, then stop it in four ways and draw the curves.',
    description: [
      'A popular key expires, five hundred clients recompute it at once, and the database falls over. We can do that on demand with `make storm`, and we have stopped it in two of four ways.',
      '- A lock: done, and slower than we hoped.\n- Early refresh by chance: done, and lovely.\n- Stale while one refreshes: next.\n- A scheduled refresh: after that.',
      'Everything is measured at the slowest one per cent, with Redis killed half way.',
    ],
    steps: ['database-caching'],
    status: 'in_progress',
    daysAgo: 31,
    hoursPerWeek: 5,
    timeZone: 'America/Sao_Paulo',
    window: ['19:00', '22:00'],
    owner: 'rafael',
    roles: [
      {
        title: 'Backend developer',
        seats: 2,
        required: { redis: 2 },
        nice: { go: 2, concurrency: 2 },
        team: {
          camila:
            'Our timetable page falls over every first of the month. I would like to know its name.',
        },
      },
      {
        title: 'Load engineer',
        seats: 1,
        required: { 'load-testing': 3 },
        nice: { grafana: 2 },
        team: {
          marcus:
            'I have met this storm in production, at 10:00:00 sharp when festival tickets went on sale.',
        },
      },
    ],
  },
  {
    slug: 'how-old-is-this-number',
    title: 'How old is this number?',
    pitch:
      'A small library that makes every cached value carry its age, up to the page that shows it.',
    description: [
      'A cached number without its age is a rumour. We write a TypeScript library in which a cached value cannot be read without also getting when it was true, and React parts that show it quietly.',
      'The type system does the nagging. The page decides when an age becomes worth a word.',
    ],
    steps: ['database-caching', 'frontend'],
    status: 'open',
    daysAgo: 5,
    hoursPerWeek: 4,
    timeZone: 'Asia/Tokyo',
    window: ['20:00', '22:00'],
    owner: 'aiko',
    roles: [
      {
        title: 'Library developer',
        seats: 1,
        required: { typescript: 3 },
        nice: { redis: 2, caching: 2 },
      },
      { title: 'Documentation author', seats: 1, required: { 'technical-writing': 2 } },
    ],
    applications: [
      {
        who: 'rafael',
        role: 'Library developer',
        message: 'I would use this in Storm in a cache tomorrow. Happy to write the Redis adapter.',
        status: 'pending',
        daysAgo: 1,
      },
    ],
  },
]
