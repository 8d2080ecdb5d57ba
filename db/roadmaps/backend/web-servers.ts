import { type Step, seat } from '../roadmap'

export const webServers: Step = {
  id: 'web-servers',
  title: 'Web Servers',
  line: 5,
  summary:
    'The machines at the front: Apache and nginx, sharing load between servers, and letting caches answer for you.',
  topics: ['nginx', 'Apache', 'Reverse proxies', 'Load balancing', 'HTTP caching', 'Compression'],
  outcomes: [
    'You can put a proxy in front of an application and know what it adds to each request.',
    'You can spread load over several servers and take one out without an error.',
    'You can set caching headers so that browsers and proxies answer for you, and never for the wrong person.',
    'You can read an access log and find out what went wrong at half past three.',
  ],
  prerequisites: ['internet', 'containerization'],
  ideas: [
    {
      slug: 'log-storyteller',
      title: 'Access log storyteller',
      pitch:
        'Feed it an access log and get a short story of the day: peaks, robots, broken links, slow pages.',
      description: [
        'Access logs hold the truth and nobody reads them. Write a tool that turns a day of log into one page of plain sentences, each with the query that backs it.',
        '- Parse nginx and Apache formats as a stream, gigabytes in constant memory.\n- Tell robots from people by what they do, not only by their name.\n- Hide addresses of people before anything is stored.',
        '**Done means** the story of a real log surprises its owner at least once, and each sentence can be checked.',
      ],
      hoursPerWeek: 3,
      openings: [
        seat('Parser developer', 1, { python: 1 }, { nginx: 1, apache: 1 }),
        seat('Author of the sentences', 1, {}, { 'technical-writing': 1, 'data-visualisation': 1 }),
      ],
    },
    {
      slug: 'cache-in-front',
      title: 'A cache in front',
      pitch:
        'Put nginx before a slow site, cache all that is public, and prove that no private page leaks.',
      description: [
        'Take a slow application with both public and signed-in pages. Make the public ones fast by headers and a caching proxy alone, without touching its code more than needed, and show that private answers are never shared.',
        'Write the proof as tests: two people with different cookies, every page, every order of visits.',
        '- `Cache-Control`, `Vary` and validators chosen per page, each with its reason.\n- Stale answers while the application is down; purge by tag when content changes.\n- Compression and early hints where they pay.',
        '**Done means** public pages hold a thousand requests a second on a small machine, the application can restart unnoticed, and the leak tests run on each change.',
      ],
      hoursPerWeek: 5,
      openings: [
        seat('Web server engineer', 1, { nginx: 2, 'http-caching': 1 }, { linux: 2 }),
        seat('Test engineer', 1, { 'integration-testing': 2 }, { 'load-testing': 1 }),
      ],
    },
    {
      slug: 'balancer-of-our-own',
      title: 'A balancer of our own',
      pitch:
        'A load balancer with health checks, slow starts and live reload that drops no connection.',
      description: [
        'Write a load balancer that keeps long connections and short requests alike, notices a sick server before its users do, and takes a new configuration without dropping anything.',
        'Compare strategies under the same traffic: round robin, least connections, two random choices. Let one server become slow rather than dead: that is where they differ.',
        '- Health from real answers as well as from probes.\n- A new server warms up; a leaving one drains.\n- WebSocket and HTTP/2 to the client; reused connections behind.\n- Metrics that explain each decision.',
        '**Done means** a day of traffic with random restarts behind it shows no failed request that could have been retried safely, and your comparison has graphs for four kinds of trouble.',
      ],
      hoursPerWeek: 8,
      openings: [
        seat('Network developer', 2, { networking: 3, http: 3 }, { rust: 3, go: 3 }),
        seat('Traffic and failure engineer', 1, { 'load-testing': 2 }, { docker: 2 }),
        seat('Metrics developer', 1, { prometheus: 2 }, { grafana: 2 }),
      ],
    },
  ],
}
