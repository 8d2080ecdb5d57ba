import type { DemoProject } from '../demo'

export const trust: DemoProject[] = [
  {
    slug: 'flaky-test-clinic',
    title: 'Flaky test clinic',
    pitch: 'Send us a test that fails once in fifty runs; we find out why and write up the case.',
    description: [
      'Each case starts with a symptom and ends with a diagnosis: time, order, shared state, the network, or a real race in the code. We publish the case with a reproduction that fails every time.',
      '- A runner that repeats a test under load, with shuffled order and a moved clock.\n- Case reports of one page.\n- Eleven patients so far, nine cured, two turned out to be right.',
    ],
    steps: ['testing'],
    status: 'in_progress',
    daysAgo: 49,
    hoursPerWeek: 4,
    timeZone: 'Europe/Warsaw',
    window: ['18:00', '20:30'],
    owner: 'tomasz',
    roles: [
      {
        title: 'Diagnostician',
        seats: 2,
        required: { debugging: 2 },
        nice: { concurrency: 2 },
        team: {
          grace: 'Nothing is flakier than audio under load. I have instruments.',
          sara: 'I have a patient: a form test that fails only on Fridays.',
        },
      },
      { title: 'Case writer', seats: 1, required: { 'technical-writing': 2 } },
    ],
    former: [{ who: 'leo', role: 'Case writer', how: 'left', daysAgo: 21 }],
  },
  {
    slug: 'mutation-referee',
    title: 'Mutation referee',
    pitch: 'Break the code on purpose, one operator at a time, and see whether any test notices.',
    description: [
      'Coverage says that a line ran. We want to know whether anybody looked. The referee changes one thing, runs the tests that touch it, and reports every change that nobody noticed.',
      'It starts with Kotlin and Java. The hard part is speed: we plan to choose tests by what they ran last time.',
    ],
    steps: ['testing', 'choose-a-language'],
    status: 'open',
    daysAgo: 7,
    hoursPerWeek: 5,
    timeZone: 'Europe/Zagreb',
    window: ['19:00', '21:00'],
    owner: 'ana',
    roles: [
      {
        title: 'Tool developer',
        seats: 2,
        required: { java: 2 },
        nice: { compilers: 2, kotlin: 2 },
      },
    ],
    applications: [
      {
        who: 'hana',
        role: 'Tool developer',
        message: 'Changing a syntax tree on purpose sounds like the best way to understand one.',
        status: 'pending',
        daysAgo: 2,
      },
    ],
  },
  {
    slug: 'form-clinic',
    title: 'Tests for a form that matters',
    pitch: 'End-to-end tests for a relief registration form, with lost networks and tired thumbs.',
    description: [
      'The form is open source and used in four countries. It had three tests. We wrote the rest: dead network at each step, double taps, a phone that restarts, a name in four scripts.',
      'Completed: 61 tests, 48 seconds, two real bugs fixed upstream before the winter.',
    ],
    steps: ['testing', 'frontend'],
    status: 'completed',
    daysAgo: 96,
    hoursPerWeek: 4,
    timeZone: 'Asia/Beirut',
    window: ['19:00', '21:30'],
    owner: 'sara',
    roles: [
      {
        title: 'Test engineer',
        seats: 2,
        required: { playwright: 2 },
        team: {
          tomasz: 'I can be there on Mondays, and I am good at dead networks.',
          aiko: 'I will take the screen reader paths; they are always the last to be tested.',
        },
      },
    ],
  },
  {
    slug: 'the-leaky-shop',
    title: 'The leaky shop',
    pitch:
      'A small shop with twenty planted holes, a hardened twin, and lessons for pupils of sixteen.',
    description: [
      'My pupils find holes anyway; I would like them to find these. A shop that sells postcards, with twenty realistic weaknesses, and a twin in which each is closed.',
      '- Runs on a school computer, reachable from that computer alone.\n- A hint in three steps for every hole.\n- A checker that tells whether the hole is closed and the shop still sells.',
      'Nine holes are planted. We need one more person who knows how real shops fail.',
    ],
    steps: ['web-security'],
    status: 'open',
    daysAgo: 22,
    hoursPerWeek: 4,
    timeZone: 'Africa/Cairo',
    window: ['20:00', '22:00'],
    owner: 'yusuf',
    maintainers: ['elif'],
    roles: [
      {
        title: 'Security developer',
        seats: 2,
        required: { 'web-security': 3 },
        team: {
          elif: 'I teach the same to adults, who are less honest about what they do not know. I would love to help.',
        },
      },
      { title: 'Shop developer', seats: 1, required: { php: 2 }, nice: { mysql: 1 } },
    ],
    applications: [
      {
        who: 'leo',
        role: 'Shop developer',
        message:
          'I can build a shop with authentic mistakes. I made most of them myself, between 2009 and 2013.',
        status: 'pending',
        daysAgo: 8,
      },
    ],
  },
  {
    slug: 'sessions-you-can-end',
    title: 'Sessions you can end',
    pitch:
      'Sign-in with passkeys, a list of your sessions, and “sign out everywhere” that really does.',
    description: [
      'The part of a product that must not be wrong, built in the open with its attack log beside it. Each attempt to get in becomes a test, whether it worked or not.',
      '- The same answer for known and unknown addresses, in words and in time.\n- Ended means ended: open sockets close within a second.\n- A threat model with the risks that we accept.',
      'Passwords and sessions stand. Passkeys are half done.',
    ],
    steps: ['web-security', 'apis'],
    status: 'in_progress',
    daysAgo: 55,
    hoursPerWeek: 5,
    timeZone: 'Europe/Istanbul',
    window: ['20:00', '22:00'],
    owner: 'elif',
    roles: [
      {
        title: 'Backend developer',
        seats: 2,
        required: { authentication: 2 },
        nice: { 'node.js': 2 },
        team: {
          arjun: 'Closing the sockets of an ended session is the part that I would like to own.',
          wanjiru: 'Money taught me to distrust tokens. I will read everything twice.',
        },
      },
      { title: 'Attacker', seats: 1, required: { 'web-security': 2 }, nice: { fuzzing: 1 } },
    ],
  },
  {
    slug: 'headers-explained',
    title: 'Headers, explained kindly',
    pitch:
      'Read a site’s security headers, show the attack each gap allows, and suggest a policy that fits.',
    description: [
      'Scanners hand out grades. We explain: what is missing, a harmless demonstration of what that allows, and a policy made from what the page really loads.',
      'Only sites of the person who asks are scanned, and they have to prove it.',
    ],
    steps: ['web-security', 'internet'],
    status: 'open',
    daysAgo: 20,
    hoursPerWeek: 4,
    timeZone: 'Europe/London',
    window: ['18:00', '20:00'],
    owner: 'owen',
    roles: [
      { title: 'Backend developer', seats: 1, required: { http: 2 }, nice: { 'node.js': 2 } },
      { title: 'Demonstration author', seats: 1, required: { javascript: 2 }, nice: { cors: 2 } },
    ],
    invitations: [
      {
        who: 'elif',
        role: 'Backend developer',
        message: 'Your class notes on content policies are the clearest I know.',
        status: 'expired',
        daysAgo: 17,
      },
    ],
  },
  {
    slug: 'password-museum',
    title: 'Password museum',
    pitch: 'How passwords were stored in each decade, and how long each takes to break today.',
    description: [
      'Nine rooms, from plain text to argon2id. Each has a sample database of invented people and a clock that shows how long a laptop needs.',
      'Abandoned after four rooms: it turned into a project about graphics cards, and none of us wanted that. The four rooms are worth a visit.',
    ],
    steps: ['web-security'],
    status: 'abandoned',
    daysAgo: 77,
    hoursPerWeek: 3,
    timeZone: 'America/Chicago',
    window: ['18:00', '20:30'],
    owner: 'marcus',
    roles: [
      {
        title: 'Exhibit developer',
        seats: 2,
        required: { 'password-hashing': 1 },
        team: { freya: '' },
        status: 'closed',
      },
    ],
    former: [{ who: 'ruth', role: 'Exhibit developer', how: 'left', daysAgo: 60 }],
  },
]
