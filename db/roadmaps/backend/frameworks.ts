import { type Step, seat } from '../roadmap'

export const frameworks: Step = {
  id: 'frameworks',
  title: 'Frameworks',
  line: 2,
  summary:
    'Building on ready-made parts that call your code: routing, middleware, validation, and who decides what is created when.',
  topics: [
    'Ready-made components',
    'Inversion of control',
    'Routing and middleware',
    'Validation',
    'Configuration',
  ],
  outcomes: [
    'You can start a service in your framework and explain each file that it made.',
    'You can say what runs before and after your handler, and in which order.',
    'You can keep the rules of your product out of the framework’s classes.',
    'You can judge a dependency by its age, its people and the cost of leaving it.',
  ],
  prerequisites: ['choose-a-language', 'internet'],
  ideas: [
    {
      slug: 'lost-and-found',
      title: 'Lost and found desk',
      pitch:
        'A small site for a library’s lost things: report, search, collect, and close the case.',
      description: [
        'Somebody finds an umbrella, somebody else misses one. Build the desk between them with the framework you want to learn, and use its own way for every part: routing, forms, templates, validation.',
        '- Report a thing with a photo, a place and a day.\n- Search by words and by week.\n- A clerk closes the case, with a note of who collected it.',
        '**Done means** the clerk of a real desk (a school, a library, a club) tried it for ten minutes and could do all three without asking.',
      ],
      hoursPerWeek: 4,
      openings: [
        seat('Framework learner', 2, {}, { django: 1, laravel: 1, rails: 1 }),
        seat('Interface developer', 1, { html: 2, css: 1 }),
      ],
    },
    {
      slug: 'choir-planner',
      title: 'Choir planner',
      pitch:
        'Rehearsals, voices and who is missing: a planner that warns when the basses are too few.',
      description: [
        'A choir of sixty needs to know on Monday whether Thursday’s rehearsal works. Members answer with one click, the conductor sees the balance of voices, and the planner warns in time.',
        'Keep the rules (what is too few, who may see what) in plain code that knows nothing of the framework, and prove it by testing them without starting a server.',
        '- Sign-in by a link in a mail.\n- Repeating rehearsals with exceptions, across a clock change.\n- A background job that reminds once, and never twice.',
        '**Done means** the rules run in tests without the framework, and exchanging the mail sender takes one line of configuration.',
      ],
      hoursPerWeek: 5,
      openings: [
        seat('Backend developer', 2, { 'dependency-injection': 1 }, { nestjs: 2, spring: 2 }),
        seat('Frontend developer', 1, { react: 2 }, { accessibility: 1 }),
      ],
    },
    {
      slug: 'framework-in-a-month',
      title: 'A framework in a month',
      pitch:
        'Write your own small web framework, move an existing app onto it, and write down the regrets.',
      description: [
        'Routing, middleware, a container that wires parts together, validation, errors, and a test client. Small, documented, and good enough that a real app can move onto it.',
        'Begin with the app, not with the framework: write the code you wish you could write, then make it run. Every feature must be needed by the app.',
        '- A router that is fast with a thousand routes and says which two collide.\n- Middleware with a clear order, and cancellation when the client goes away.\n- A container that finds missing and circular parts at start, not at noon.\n- Errors that show the cause in development and nothing in production.',
        '**Done means** an app with at least fifteen routes runs on it, its own tests pass unchanged, and a page of regrets says what you would do differently.',
      ],
      hoursPerWeek: 8,
      openings: [
        seat('Framework developer', 2, { typescript: 3, http: 2 }, { 'dependency-injection': 2 }),
        seat('App developer', 1, { 'node.js': 2 }, { 'integration-testing': 2 }),
        seat('Documentation author', 1, { 'technical-writing': 2 }),
      ],
    },
  ],
}
