import type { DemoProject } from '../demo'

export const frameworks: DemoProject[] = [
  {
    slug: 'choir-monday',
    title: 'Choir Monday',
    pitch:
      'Know on Monday whether Thursday’s rehearsal has enough basses, from one click per singer.',
    description: [
      'Sixty singers, four voices, one conductor who finds out at the door. Everyone answers a mail with one click; the planner shows the balance and warns while there is time to call somebody.',
      '- Rules in plain Kotlin that knows nothing of Spring.\n- Rehearsals that repeat, with exceptions, across the change of clocks.\n- One reminder, never two.',
      'My own choir uses the first version. Two others want in.',
    ],
    steps: ['frameworks', 'testing'],
    status: 'in_progress',
    daysAgo: 51,
    hoursPerWeek: 4,
    timeZone: 'Europe/Zagreb',
    window: ['19:00', '21:00'],
    owner: 'ana',
    roles: [
      {
        title: 'Backend developer',
        seats: 2,
        required: { spring: 2 },
        nice: { kotlin: 2 },
        team: {
          zanele: 'Reminders that must arrive exactly once are my daily bread. I also sing, badly.',
        },
      },
      {
        title: 'Page designer',
        seats: 1,
        required: { 'ui-design': 2 },
        team: { ines: '' },
      },
    ],
  },
  {
    slug: 'framework-with-regrets',
    title: 'Framework with regrets',
    pitch:
      'Write a small web framework in four weeks, move a real app onto it, and publish the regrets.',
    description: [
      'Routing, middleware, a container, validation, errors and a test client, in TypeScript, driven by one real app with eighteen routes. The framework may contain nothing that the app does not need.',
      'Every Friday each of us adds one regret to a list. The list is the product; the framework is the excuse.',
      'Week one is done: the router says which two routes collide.',
    ],
    steps: ['frameworks', 'internet'],
    status: 'open',
    daysAgo: 8,
    hoursPerWeek: 6,
    timeZone: 'Asia/Karachi',
    window: ['21:00', '23:00'],
    owner: 'farid',
    roles: [
      {
        title: 'Framework developer',
        seats: 2,
        required: { typescript: 3 },
        nice: { 'dependency-injection': 2 },
        team: {
          arjun:
            'I have used six frameworks and trusted none. Time to find out why they look as they do.',
        },
      },
      { title: 'Test engineer', seats: 1, required: { 'integration-testing': 2 } },
    ],
    applications: [
      {
        who: 'sara',
        role: 'Framework developer',
        message:
          'I can bring the form handling: drafts, errors beside the field, and resubmits that do no harm.',
        status: 'pending',
        daysAgo: 2,
      },
    ],
  },
  {
    slug: 'tool-library-desk',
    title: 'Tool library desk',
    pitch:
      'Lend drills and ladders to neighbours: a Rails app for a desk with one laptop and no time.',
    description: [
      'Our neighbourhood owns eleven drills in common and never knows where they are. The desk needs to lend in ten seconds, take back in five, and see what is overdue on one page.',
      '- A barcode and a name; no accounts for borrowers.\n- Works when the connection drops for a minute.\n- A deposit is money: it gets its own ledger.',
      'Good as a first Rails project. I pair with anyone who joins, an hour a week.',
    ],
    steps: ['frameworks', 'databases'],
    status: 'open',
    daysAgo: 19,
    hoursPerWeek: 4,
    timeZone: 'America/Mexico_City',
    window: ['19:00', '21:30'],
    owner: 'daniel',
    roles: [
      {
        title: 'Rails learner',
        seats: 3,
        required: {},
        nice: { ruby: 1, html: 1 },
        team: {
          sam: 'I know Python and maps. I would like to see what convention over configuration feels like.',
        },
      },
    ],
    applications: [
      {
        who: 'linh',
        role: 'Rails learner',
        message:
          'The deposit ledger caught my eye: I kept books for eight years. I have not used Rails, but I finished the first six steps and can give six hours a week. Your evening is my morning, which suits me on weekends.',
        status: 'pending',
        daysAgo: 3,
      },
    ],
  },
  {
    slug: 'wine-list-legacy',
    title: 'The wine list that must not change',
    pitch:
      'Move a 2009 PHP shop to a framework page by page, with the old site as the only specification.',
    description: [
      'A working shop without tests, moved to Laravel one page at a time. For each page we recorded what the old one answers and compared every byte that matters.',
      'We stopped: the owner sold the shop, and the buyer had other plans. What remains is a recorder and comparer for HTTP that may be useful to somebody.',
    ],
    steps: ['frameworks', 'web-servers'],
    status: 'abandoned',
    daysAgo: 118,
    hoursPerWeek: 5,
    timeZone: 'Europe/Paris',
    window: ['18:30', '20:30'],
    owner: 'leo',
    roles: [
      {
        title: 'PHP developer',
        seats: 2,
        required: { php: 2 },
        team: {
          daniel: 'I know how Rails would do it, and that is exactly what I would like to unlearn.',
        },
        status: 'closed',
      },
    ],
    former: [{ who: 'tomasz', role: 'PHP developer', how: 'left', daysAgo: 95 }],
  },
]
