import type { DemoProject } from '../demo'

export const apis: DemoProject[] = [
  {
    slug: 'ferry-queue',
    title: 'Ferry queue',
    pitch: 'An API that says how long the queue for the ferry is, fed by drivers with one thumb.',
    description: [
      'The ferry at Tarkwa Bay has no timetable; it has a queue. Drivers report how far back they stand with one tap, and the API answers with a wait and how sure it is.',
      '- A report costs nothing to repeat: the same tap sent three times counts once.\n- Errors have a code for programs and a sentence for people.\n- An OpenAPI description written first; its examples are run as tests.',
      'We start in a week. The first session is about naming things.',
    ],
    steps: ['apis'],
    status: 'open',
    daysAgo: 11,
    hoursPerWeek: 4,
    timeZone: 'Africa/Lagos',
    window: ['19:00', '21:30'],
    owner: 'maya',
    roles: [
      {
        title: 'API developer',
        seats: 2,
        required: { rest: 1 },
        nice: { openapi: 2, 'node.js': 2 },
        team: {
          kofi: 'I take that ferry’s cousin in Tema. I want to learn how an API is designed before it is coded.',
        },
      },
      {
        title: 'Author of the description',
        seats: 1,
        required: { 'technical-writing': 2 },
        nice: { openapi: 2 },
      },
    ],
    applications: [
      {
        who: 'owen',
        role: 'Author of the description',
        message:
          'Writing the description before the code is how I wish every API began. I would start with the errors: they are what people read at night. Two evenings a week, London time, and an hour on Sundays for the naming session.',
        status: 'pending',
        daysAgo: 3,
      },
      {
        who: 'ana',
        role: 'API developer',
        message:
          'I come from gRPC, where the contract comes first by force. I would like to learn to do it by choice. I can take the part about repeated reports: I have written idempotency keys for a mobile app with terrible reception.',
        status: 'pending',
        daysAgo: 6,
      },
    ],
  },
  {
    slug: 'webhook-post-office',
    title: 'Webhook post office',
    pitch:
      'Take an event once, deliver it to many, retry politely, and replay a whole day on request.',
    description: [
      'Every payment provider promises webhooks and loses some. We build the office in between: it accepts, answers at once, and keeps trying until the receiver confirms.',
      '- Signed deliveries, with keys that can be rotated.\n- One slow receiver never delays another.\n- A page for each receiver: what we sent, what they said, send it again.',
      'Deliveries work and survive a killed worker. The replay page is next.',
    ],
    steps: ['apis', 'database-caching'],
    status: 'in_progress',
    daysAgo: 40,
    hoursPerWeek: 5,
    timeZone: 'Africa/Nairobi',
    window: ['19:00', '21:00'],
    owner: 'wanjiru',
    roles: [
      {
        title: 'Backend developer',
        seats: 1,
        required: { 'background-jobs': 2 },
        nice: { postgresql: 2 },
        team: {
          daniel:
            'I have retried many things with Sidekiq and would like to know what it did for me.',
        },
      },
      {
        title: 'Security reviewer',
        seats: 1,
        required: { cryptography: 2 },
        team: { elif: '' },
      },
      { title: 'Interface developer', seats: 1, required: { react: 2 } },
    ],
    inactive: ['elif'],
  },
  {
    slug: 'one-catalogue-three-doors',
    title: 'One catalogue, three doors',
    pitch:
      'The same library catalogue over REST, GraphQL and gRPC, with the same client screen on each.',
    description: [
      'Which door needs the least code, the fewest round trips, the least explaining? We build all three in front of one domain layer, and write the same screen against each.',
      'The report will have numbers and no winner. REST and gRPC stand; GraphQL has a query per row that we have agreed to keep until it is measured.',
    ],
    steps: ['apis', 'frameworks'],
    status: 'in_progress',
    daysAgo: 36,
    hoursPerWeek: 5,
    timeZone: 'Europe/Zagreb',
    window: ['19:00', '21:00'],
    owner: 'ana',
    roles: [
      {
        title: 'REST developer',
        seats: 1,
        required: { rest: 2 },
        team: {
          farid:
            'I have written this in C# many times and would like to be told what is odd about it.',
        },
      },
      { title: 'GraphQL developer', seats: 1, required: { graphql: 2 }, nice: { typescript: 2 } },
      {
        title: 'Load tester',
        seats: 1,
        required: { 'load-testing': 2 },
        team: { marcus: 'Same sessions, three doors, one graph. Count me in for the graph.' },
      },
    ],
    applications: [
      {
        who: 'leo',
        role: 'REST developer',
        message:
          'REST with caching is what my shops live from. I can show what conditional requests save.',
        status: 'superseded',
        daysAgo: 34,
        reason: 'Every seat for REST developer is taken now.',
      },
    ],
  },
  {
    slug: 'borrowed-tools-api',
    title: 'Borrowed tools API',
    pitch: 'A draft: the public side of the tool library, for other neighbourhoods to connect to.',
    description: [
      'Not ready yet. When the desk works, other neighbourhoods should be able to ask what is free on Saturday.',
      'Questions to answer first: who may see what, and what happens when a tool is promised twice.',
    ],
    steps: ['apis'],
    status: 'draft',
    daysAgo: 2,
    hoursPerWeek: 3,
    timeZone: 'America/Mexico_City',
    window: ['19:00', '21:00'],
    owner: 'daniel',
    roles: [{ title: 'API developer', seats: 1, required: { rest: 1 } }],
  },
]
