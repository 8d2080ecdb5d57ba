import { type Step, seat } from '../roadmap'

export const apis: Step = {
  id: 'apis',
  title: 'APIs',
  line: 3,
  summary:
    'Connecting applications through contracts: naming resources, versioning, paging, failing well, and telling others when something happened.',
  topics: ['REST and JSON', 'GraphQL', 'gRPC', 'Authentication', 'Paging and errors', 'Webhooks'],
  outcomes: [
    'You can design an interface that a stranger uses correctly on the first try.',
    'You can page through a list that changes while you read it.',
    'You can make a request safe to repeat.',
    'You can change an interface without breaking the people who use it.',
  ],
  prerequisites: ['internet', 'frameworks', 'databases'],
  ideas: [
    {
      slug: 'swap-shelf',
      title: 'Swap shelf API',
      pitch: 'An API for a neighbourhood shelf of things to swap, with docs a newcomer can follow.',
      description: [
        'Put things on a shelf, look for things, reserve one, collect it. A small domain, so that all your care can go into the interface: names, status codes, errors, examples.',
        '- Write the OpenAPI description first and generate nothing until it reads well.\n- One error format, with a code for programs and a sentence for people.\n- Examples in the docs are run as tests.',
        '**Done means** somebody outside the team builds a tiny client from the docs alone, and you watched where they hesitated.',
      ],
      hoursPerWeek: 3,
      openings: [
        seat('API developer', 1, { rest: 1 }, { openapi: 1, 'node.js': 1 }),
        seat('Client developer', 1, { javascript: 1 }),
      ],
    },
    {
      slug: 'webhook-post-office',
      title: 'Webhook post office',
      pitch:
        'Receive events once, deliver them to many, retry politely, and let people replay a day.',
      description: [
        'Services promise webhooks and then lose them. Build the post office between: it accepts an event, answers at once, and delivers to every subscriber until they confirm or a deadline passes.',
        'Deliveries will come twice and out of order; say so in the contract and give receivers what they need to cope.',
        '- Signatures with key rotation.\n- Retries with growing pauses; a subscriber that is down must not slow the others.\n- A page per subscriber: what was sent, what they answered, send again.',
        '**Done means** you stop any process in mid-delivery and every event still arrives, and a subscriber that is down for a day catches up without anybody helping.',
      ],
      hoursPerWeek: 5,
      openings: [
        seat('Backend developer', 2, { webhooks: 1, postgresql: 2 }, { 'background-jobs': 2 }),
        seat('Security-minded reviewer', 1, { cryptography: 1 }, { 'web-security': 2 }),
      ],
    },
    {
      slug: 'one-domain-three-apis',
      title: 'One domain, three APIs',
      pitch: 'Serve the same catalogue over REST, GraphQL and gRPC, and measure what each costs.',
      description: [
        'Take a catalogue with depth (books, editions, authors, reviews, loans) and serve it three ways from one set of use-cases. Then write the same client screen against all three.',
        'The discussion matters more than the winner: where did each need the least code, the fewest round trips, the least explanation?',
        '- One domain layer that none of the three leaks into.\n- GraphQL without a query per row; limits on depth and cost.\n- gRPC with deadlines and streaming; REST with caching and conditional requests.\n- A load test that uses the same recorded sessions.',
        '**Done means** a report with numbers and code samples that you would show at work before choosing.',
      ],
      hoursPerWeek: 7,
      openings: [
        seat('REST developer', 1, { rest: 3, http: 2 }),
        seat('GraphQL developer', 1, { graphql: 2 }, { typescript: 2 }),
        seat('gRPC developer', 1, { grpc: 2 }, { go: 2 }),
        seat('Load tester', 1, { 'load-testing': 2 }, { grafana: 1 }),
      ],
    },
  ],
}
