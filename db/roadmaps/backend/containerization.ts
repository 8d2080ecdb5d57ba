import { type Step, seat } from '../roadmap'

export const containerization: Step = {
  id: 'containerization',
  title: 'Containerization',
  line: 5,
  summary:
    'Bundling code with what it needs, so that it starts the same way on a laptop, in a test and in production.',
  topics: [
    'Images and layers',
    'Docker',
    'Compose',
    'Namespaces and limits',
    'Orchestration',
    'Registries',
  ],
  outcomes: [
    'You can write an image that is small, builds fast and runs without root.',
    'You can start an application with its database and its cache by one command.',
    'You can explain what a container isolates, and what it shares with its host.',
    'You can shut a container down without losing a request.',
  ],
  prerequisites: ['operating-systems', 'ci-cd'],
  ideas: [
    {
      slug: 'image-diet',
      title: 'Image diet',
      pitch:
        'Take five bloated images, make each ten times smaller, and write down which cut did what.',
      description: [
        'Choose five open-source services with images over a gigabyte. Shrink each without breaking it, one cut at a time, and record size, build time and start time after each.',
        '- A smoke test for every service, written before the first cut.\n- Stages, layer order, caches, base images, and files that never belonged there.\n- A run as an ordinary user on a read-only file system.',
        '**Done means** a table with every cut and its effect, and a patch offered to each project.',
      ],
      hoursPerWeek: 3,
      openings: [seat('Container learner', 2, { docker: 1 }, { linux: 1 })],
    },
    {
      slug: 'one-command-lab',
      title: 'One-command lab',
      pitch:
        'A whole product on one laptop: app, database, cache, mail, proxy, dashboards, one command.',
      description: [
        'New colleagues lose days on set-up. Build the lab that ends it: one command brings up an app with PostgreSQL, Redis, a mail catcher, a proxy with certificates and dashboards, filled with data that looks real.',
        'It must be honest about health: a service is up when it answers, not when its process exists.',
        '- Start order by readiness, never by sleeping.\n- Live reload for the app inside the container, on Linux, macOS and Windows.\n- A reset that takes under ten seconds.',
        '**Done means** three people with three kinds of laptop go from a fresh clone to a changed page in under fifteen minutes.',
      ],
      hoursPerWeek: 4,
      openings: [
        seat('Compose developer', 1, { docker: 2 }, { nginx: 1 }),
        seat('Data author', 1, { sql: 1 }, { postgresql: 1 }),
        seat('Tester on Windows or macOS', 1, {}, { docker: 1 }),
      ],
    },
    {
      slug: 'container-by-hand',
      title: 'Containers by hand',
      pitch:
        'Write a container runtime with system calls alone: namespaces, limits, layers, a network.',
      description: [
        'Take the magic out. Write a program that pulls an image from a registry, stacks its layers, and starts a process in namespaces of its own with limits on memory, processes and time.',
        'Go step by step, and after each step try to escape from what you built. What you learn from escaping is half of the project.',
        '- Layers with an overlay, including deleted files.\n- User namespaces, so that root inside is nobody outside.\n- A virtual network with addresses, names and one published port.\n- Signals and zombie processes handled by a small init.',
        '**Done means** it runs an unmodified PostgreSQL image, ten escapes are documented with what stops them, and limits hold under stress.',
      ],
      hoursPerWeek: 8,
      openings: [
        seat('Linux developer', 2, { linux: 3, 'operating-systems': 3 }, { go: 3, rust: 2 }),
        seat('Escape artist', 1, { 'web-security': 1, linux: 3 }, { fuzzing: 1 }),
      ],
    },
  ],
}
