import type { DemoProject } from '../demo'

export const delivery: DemoProject[] = [
  {
    slug: 'deploys-with-brakes',
    title: 'Deploys with brakes',
    pitch: 'Send five per cent to the new version, watch, and turn back without waking anybody.',
    description: [
      'A small tool in Go for people with two servers and no platform team. It starts the new version beside the old one, moves a share of requests, compares, and decides.',
      '- A decision rule that was simulated before it was trusted; its error rates are in the README.\n- Schema changes in steps that both versions can live with.\n- A journal of every decision, with its numbers.',
      'We look for somebody who has been woken by a bad release.',
    ],
    steps: ['ci-cd', 'web-servers'],
    status: 'in_progress',
    daysAgo: 42,
    hoursPerWeek: 5,
    timeZone: 'Europe/Bucharest',
    window: ['20:00', '22:00'],
    owner: 'bogdan',
    roles: [
      {
        title: 'Tool developer',
        seats: 2,
        required: { go: 2 },
        nice: { nginx: 2 },
        team: {
          rafael: 'I do this by hand with two terminals and a prayer. Let us replace the prayer.',
        },
      },
      {
        title: 'Measurement developer',
        seats: 1,
        required: { prometheus: 2 },
        team: {
          marcus:
            'With little traffic one error means nothing. I have opinions about that, with graphs.',
        },
      },
    ],
  },
  {
    slug: 'pipeline-for-teachers',
    title: 'A pipeline for teachers',
    pitch:
      'Thirty pupils push homework; each gets tests, style hints and a page online in two minutes.',
    description: [
      'Marking thirty repositories by hand costs a weekend. A pipeline can do the boring half: run the tests, publish the page, and leave a friendly note. The interesting half stays with the teacher.',
      '- Homework runs in a sandbox; pupils are creative.\n- Notes are written in simple language, in Arabic and English.\n- Costs nothing for a class of thirty.',
    ],
    steps: ['ci-cd'],
    status: 'open',
    daysAgo: 13,
    hoursPerWeek: 4,
    timeZone: 'Africa/Cairo',
    window: ['20:00', '22:00'],
    owner: 'yusuf',
    roles: [
      {
        title: 'Pipeline developer',
        seats: 1,
        required: { 'github-actions': 2 },
        nice: { docker: 2 },
      },
      {
        title: 'Sandbox developer',
        seats: 1,
        required: { linux: 3 },
        team: { jonas: 'I have a soft spot for creative pupils. I will build the fence.' },
      },
    ],
  },
  {
    slug: 'log-lantern',
    title: 'Log lantern',
    pitch:
      'Find the one line that explains a failed release, in logs of five services that disagree on time.',
    description: [
      'Five services, five formats, clocks that differ by seconds. The lantern lines them up by what caused what rather than by their clocks, and dims everything that also happened in the last good release.',
      'Shipped and used by two clinics. The trick that mattered most: show what is new, not what is loud.',
    ],
    steps: ['ci-cd'],
    status: 'completed',
    daysAgo: 110,
    hoursPerWeek: 5,
    timeZone: 'Africa/Johannesburg',
    window: ['18:00', '20:30'],
    owner: 'zanele',
    roles: [
      {
        title: 'Backend developer',
        seats: 2,
        required: { logging: 2 },
        nice: { java: 2 },
        team: {
          bogdan:
            'I have read such logs at four in the morning. I know what I would have wanted to see.',
          mei: 'Aligning things that were never meant to be compared is my hobby.',
        },
      },
    ],
  },
  {
    slug: 'image-diet-club',
    title: 'Image diet club',
    pitch:
      'Take bloated container images, make each ten times smaller, and offer the patch upstream.',
    description: [
      'Every second week we pick one open-source service with an image over a gigabyte. A smoke test comes first, then one cut at a time, with size, build time and start time after each.',
      '- So far: four images, 5.1 GB down to 430 MB.\n- Two patches merged, one politely refused, one unanswered.\n- A table of cuts, sorted by what they saved.',
      'Good for beginners: the work is small, visible and kind.',
    ],
    steps: ['containerization'],
    status: 'open',
    daysAgo: 26,
    hoursPerWeek: 3,
    timeZone: 'Asia/Karachi',
    window: ['21:00', '23:00'],
    owner: 'farid',
    roles: [
      {
        title: 'Container learner',
        seats: 4,
        required: {},
        nice: { docker: 1, linux: 1 },
        team: {
          zanele: 'Our clinics download updates over a phone line. Every megabyte is a minute.',
          noah: 'I like small programs, and I am willing to be rude to package managers.',
        },
      },
    ],
  },
  {
    slug: 'lab-in-one-command',
    title: 'A lab in one command',
    pitch:
      'App, database, cache, mail and proxy on any laptop, from a fresh clone, in under ten minutes.',
    description: [
      'New people on our team lost two days on set-up. This lab brings up everything with one command and says honestly when it is ready: a service is up when it answers.',
      'Linux and macOS work. Windows works on Tuesdays. We look for a person with a Windows laptop and patience.',
    ],
    steps: ['containerization', 'web-servers'],
    status: 'in_progress',
    daysAgo: 29,
    hoursPerWeek: 4,
    timeZone: 'Europe/Copenhagen',
    window: ['19:30', '21:30'],
    owner: 'freya',
    roles: [
      {
        title: 'Compose developer',
        seats: 1,
        required: { docker: 2 },
        team: { bogdan: 'I have five of these, all different, none documented. Let us make one.' },
      },
      { title: 'Tester on Windows', seats: 1, required: {}, nice: { docker: 1 } },
    ],
  },
  {
    slug: 'containers-by-hand',
    title: 'Containers by hand',
    pitch:
      'Namespaces, limits, layers and a network with system calls alone, and ten escapes explained.',
    description: [
      'A container runtime in Rust, written to be read. After each chapter we try to escape from what we have built, and write down what would have stopped us.',
      'Paused while Jonas moves house. Chapters one to four are complete and can be read alone.',
    ],
    steps: ['containerization', 'operating-systems'],
    status: 'paused',
    daysAgo: 72,
    hoursPerWeek: 6,
    timeZone: 'Europe/Berlin',
    window: ['19:30', '22:00'],
    accepting: false,
    owner: 'jonas',
    roles: [
      {
        title: 'Linux developer',
        seats: 2,
        required: { linux: 3 },
        nice: { rust: 3 },
        team: { bogdan: 'I have run containers for nine years. High time to know what they are.' },
      },
    ],
  },
  {
    slug: 'front-door',
    title: 'Front door',
    pitch:
      'Put nginx before a slow site, cache what is public, and prove that nothing private leaks.',
    description: [
      'A library site with 200 ms pages, half public, half signed in. We make the public half fast with headers and a proxy alone, and we test that no private answer is ever shared, for every page and every order of visits.',
      '- `Cache-Control`, `Vary` and validators chosen per page, with the reason beside each.\n- Stale answers while the application restarts.\n- Two people, two cookies, one proxy, forty pages: a test that runs on every change.',
    ],
    steps: ['web-servers', 'database-caching'],
    status: 'open',
    daysAgo: 16,
    hoursPerWeek: 4,
    timeZone: 'Europe/Paris',
    window: ['18:30', '20:30'],
    owner: 'leo',
    roles: [
      {
        title: 'Web server engineer',
        seats: 1,
        required: { nginx: 2 },
        nice: { 'http-caching': 2 },
        team: { freya: 'Stale answers during a restart: finally someone who asks for it.' },
      },
      { title: 'Test engineer', seats: 1, required: { 'integration-testing': 2 } },
    ],
    applications: [
      {
        who: 'tomasz',
        role: 'Test engineer',
        message:
          'Every page in every order of visits is a state machine. I would generate the orders.',
        status: 'pending',
        daysAgo: 9,
      },
    ],
  },
  {
    slug: 'balancer-notebook',
    title: 'Balancer notebook',
    pitch: 'Three ways to share load, one slow server, and graphs that show which of them notices.',
    description: [
      'Round robin, least connections, two random choices: under good conditions all look alike. We make one server slow rather than dead, and draw what happens to the slowest one per cent.',
      'Completed with a notebook of nine experiments that anybody can run. Least connections lost in a way that surprised all of us.',
    ],
    steps: ['web-servers'],
    status: 'completed',
    daysAgo: 90,
    hoursPerWeek: 4,
    timeZone: 'America/Chicago',
    window: ['18:00', '20:30'],
    owner: 'marcus',
    roles: [
      {
        title: 'Network developer',
        seats: 2,
        required: { networking: 2 },
        nice: { go: 2 },
        team: {
          kofi: 'I balance fibre links. I would like to balance something that talks back.',
          freya: 'I promise to bring only one story about telephone exchanges.',
        },
      },
    ],
  },
]
