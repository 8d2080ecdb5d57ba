import type { DemoProject } from '../demo'

export const machines: DemoProject[] = [
  {
    slug: 'what-is-my-computer-doing',
    title: 'What is my computer doing?',
    pitch:
      'A monitor for the terminal that explains every number it shows, read straight from /proc.',
    description: [
      'Monitors show forty numbers and explain none. Ours shows twelve, and pressing `?` on any of them tells where the kernel counts it and when it misleads.',
      'It shipped in spring: a single binary of 900 KB, tested on three distributions.',
      'Thank you to everyone who sent us strange `/proc` files from strange machines.',
    ],
    steps: ['operating-systems'],
    status: 'completed',
    daysAgo: 150,
    hoursPerWeek: 4,
    timeZone: 'Europe/Oslo',
    window: ['18:00', '20:00'],
    owner: 'noah',
    roles: [
      {
        title: 'Systems developer',
        seats: 2,
        required: { linux: 2 },
        nice: { go: 2 },
        team: {
          jonas: '',
          bogdan:
            'I have explained load averages to managers for years. Let me explain them to a terminal.',
        },
      },
    ],
  },
  {
    slug: 'tiny-scheduler',
    title: 'Tiny scheduler',
    pitch:
      'Simulate how a kernel shares one processor, and watch five policies treat the same work.',
    description: [
      'Processes arrive, wait for disks, and want the processor. You choose a policy and watch who starves. The simulation is a pure function of its seed, so every picture can be reproduced.',
      '- Five policies, from first come to a fair queue.\n- A fairness score that we argue about in public.\n- Traces recorded from real machines as input.',
      'The engine works with three policies. We need someone who makes it visible.',
    ],
    steps: ['operating-systems', 'data-structures-and-algorithms'],
    status: 'in_progress',
    daysAgo: 39,
    hoursPerWeek: 5,
    timeZone: 'Australia/Melbourne',
    window: ['19:00', '21:00'],
    owner: 'grace',
    roles: [
      {
        title: 'Engine developer',
        seats: 1,
        required: { 'operating-systems': 2 },
        nice: { rust: 2 },
        team: {
          hana: 'I wrote a round robin for class and got it wrong twice. I would like to get it right once, with somebody who has done it.',
        },
      },
      { title: 'Visual developer', seats: 1, required: { javascript: 2, svg: 1 } },
    ],
    applications: [
      {
        who: 'ines',
        role: 'Visual developer',
        message:
          'The five policies side by side would make a lovely poster. I can start with paper.',
        status: 'withdrawn',
        daysAgo: 20,
      },
    ],
  },
  {
    slug: 'signals-field-guide',
    title: 'A field guide to signals',
    pitch:
      'Thirty-one signals, one small program each that sends it, catches it, and gets it wrong.',
    description: [
      'For each signal: a program that receives it, a program that mishandles it, and a page that explains the difference. All in C, under sixty lines.',
      'We paused after nineteen signals because both of us changed jobs. The rest is planned and waits for a calmer month.',
      'If you would like to take it over, write to me: the notes are good.',
    ],
    steps: ['operating-systems'],
    status: 'paused',
    daysAgo: 103,
    hoursPerWeek: 3,
    timeZone: 'Europe/Berlin',
    window: ['19:30', '22:00'],
    owner: 'jonas',
    roles: [
      {
        title: 'C developer',
        seats: 1,
        required: { c: 2 },
        team: { grace: 'I know what a signal does to an audio callback. Let me write that page.' },
      },
      {
        title: 'Reviewer',
        seats: 1,
        required: { linux: 3 },
        status: 'on_hold',
      },
    ],
  },
  {
    slug: 'night-bus-graph',
    title: 'Night bus graph',
    pitch:
      'The last journey home as a graph search over a real timetable, answered in milliseconds.',
    description: [
      'After midnight the question is not how fast, but whether at all. We load the open timetable of Santiago, build a graph that knows about time, and search backwards from home.',
      '- 11,000 stops, 340 routes, a search in 38 ms at the moment.\n- Walking between stops comes from a street map.\n- A page that works offline, because stations have no signal.',
      'We compare every answer with a slow and simple search, on a thousand random journeys each night.',
    ],
    steps: ['data-structures-and-algorithms'],
    status: 'in_progress',
    daysAgo: 58,
    hoursPerWeek: 6,
    timeZone: 'America/Santiago',
    window: ['19:00', '22:00'],
    owner: 'camila',
    maintainers: ['ruth'],
    roles: [
      {
        title: 'Algorithm developer',
        seats: 2,
        required: { algorithms: 3 },
        nice: { python: 2 },
        team: {
          ruth: 'Shortest paths in time-dependent graphs were my second-last paper. I would enjoy seeing one carry passengers.',
        },
      },
      {
        title: 'Offline page developer',
        seats: 1,
        required: { javascript: 2 },
        nice: { 'service-workers': 2 },
        team: { sara: 'Offline first is what I do best. I can have a first cache by Sunday.' },
      },
    ],
    applications: [
      {
        who: 'hana',
        role: 'Algorithm developer',
        message:
          'I would like to help with the walking edges; nearest neighbours is my favourite topic.',
        status: 'declined',
        daysAgo: 30,
        reason:
          'Thank you for the sketch. We need someone awake in our evening for the first weeks; please ask again in a month.',
      },
    ],
  },
  {
    slug: 'sorting-orchestra',
    title: 'Sorting orchestra',
    pitch: 'Hear sorting algorithms play: each comparison a note, each swap a drum, eight at once.',
    description: [
      'Everyone has seen sorting as bars. We make it audible: heap sort has a rhythm, quicksort has chords, bubble sort has a tune you will not forget and will not forgive.',
      'Shipped as one page without dependencies. A music school in Seoul uses it for a lesson on patterns.',
    ],
    steps: ['data-structures-and-algorithms', 'frontend'],
    status: 'completed',
    daysAgo: 84,
    hoursPerWeek: 3,
    timeZone: 'Asia/Seoul',
    window: ['21:00', '23:00'],
    owner: 'hana',
    roles: [
      {
        title: 'Sound developer',
        seats: 1,
        required: { javascript: 2 },
        team: {
          grace:
            'Twelve years of audio code, and nobody ever asked me to sonify a heap. Yes please.',
        },
      },
      {
        title: 'Page designer',
        seats: 1,
        required: { css: 2 },
        team: { ines: 'I would like to make the eight players look like an orchestra pit.' },
      },
    ],
  },
]
