import type { DemoProject } from '../demo'

export const craft: DemoProject[] = [
  {
    slug: 'first-thousand-lines',
    title: 'The first thousand lines',
    pitch:
      'Five beginners write the same budget tool in five languages and review each other weekly.',
    description: [
      'One specification, five languages, one set of test files. Each of us writes a small household budget tool, and on Saturdays we read each other’s code aloud.',
      '- Week 1 reading a file, week 2 categories, week 3 reports, week 4 mistakes in the input.\n- Money in whole cents.\n- Nobody may say “simply”.',
      'Python and JavaScript are taken. Ruby, PHP and C# are free.',
    ],
    steps: ['choose-a-language'],
    status: 'open',
    daysAgo: 9,
    hoursPerWeek: 4,
    timeZone: 'Africa/Cairo',
    window: ['11:00', '14:00'],
    owner: 'yusuf',
    roles: [
      {
        title: 'Python author',
        seats: 1,
        required: { python: 1 },
        team: {
          amara:
            'I am at the point where I can write Python and not yet read it. This sounds right.',
        },
      },
      { title: 'Ruby author', seats: 1, required: { ruby: 1 } },
      { title: 'PHP author', seats: 1, required: { php: 1 } },
      { title: 'C# author', seats: 1, required: { 'c#': 1 } },
    ],
    invitations: [
      {
        who: 'linh',
        role: 'Ruby author',
        message:
          'You wrote that a number needs a source. We are writing a budget tool and lack somebody who has kept real books. Ruby would be new for both of us.',
        status: 'pending',
        daysAgo: 2,
      },
    ],
  },
  {
    slug: 'little-language-for-knitting',
    title: 'A little language for knitting',
    pitch: 'Knitting patterns as programs: a parser, a checker for stitch counts, and a drawing.',
    description: [
      'A knitting pattern is a program with loops and no type checker. We give it one: write `*k2, p2* to end` and see the rows drawn, and be told in which row the count stops adding up.',
      'The grammar fits on a page. The interpreter counts stitches; the error messages are the part we are proudest of.',
    ],
    steps: ['choose-a-language', 'data-structures-and-algorithms'],
    status: 'in_progress',
    daysAgo: 35,
    hoursPerWeek: 4,
    timeZone: 'America/New_York',
    window: ['14:00', '17:00'],
    owner: 'ruth',
    roles: [
      {
        title: 'Parser developer',
        seats: 1,
        required: { compilers: 1 },
        nice: { haskell: 2 },
        team: { hana: 'Compilers start next term and I cannot wait. My grandmother will test it.' },
      },
      { title: 'Drawing developer', seats: 1, required: { svg: 2 }, nice: { typescript: 2 } },
      {
        title: 'Pattern collector',
        seats: 1,
        required: {},
        nice: { 'technical-writing': 1 },
        team: { freya: '' },
      },
    ],
  },
  {
    slug: 'conflict-kitchen',
    title: 'Conflict kitchen',
    pitch:
      'Merge conflicts told as recipes: two cooks changed one soup, and you decide what is served.',
    description: [
      'People learn merging on code they do not understand. We use recipes: everyone sees at once that salt was added twice. Twelve small repositories, each with one conflict and a judge.',
      '- Every exercise is built by a script, so that each learner gets the same history.\n- The judge checks that both cooks’ intentions survived.\n- Hints in three steps.',
      'Seven of twelve are done and have been tried by a class of fifteen-year-olds.',
    ],
    steps: ['version-control'],
    status: 'in_progress',
    daysAgo: 28,
    hoursPerWeek: 3,
    timeZone: 'Europe/Oslo',
    window: ['18:00', '20:00'],
    owner: 'noah',
    roles: [
      {
        title: 'Exercise author',
        seats: 2,
        required: { git: 2 },
        nice: { mentoring: 2 },
        team: {
          yusuf: 'My pupils would be your test kitchen. I can write two exercises a week.',
        },
      },
      {
        title: 'Editor',
        seats: 1,
        required: { 'technical-writing': 3 },
        team: { owen: 'Recipes are the hardest technical writing there is. I am in.' },
      },
    ],
  },
  {
    slug: 'changelog-radio',
    title: 'Changelog radio',
    pitch:
      'Turn a week of commits into a two-minute script that a person would want to read aloud.',
    description: [
      'Release notes are written for machines or for marketing. We read a repository’s week and write a short script for a human voice: what got better, who did it for the first time, what was removed.',
      'I will read the first ten myself, on real radio.',
    ],
    steps: ['version-control', 'choose-a-language'],
    status: 'open',
    daysAgo: 18,
    hoursPerWeek: 3,
    timeZone: 'Africa/Dakar',
    window: ['18:30', '21:00'],
    owner: 'amara',
    roles: [
      { title: 'Python developer', seats: 2, required: { python: 2, git: 2 } },
      { title: 'Editor', seats: 1, required: { 'technical-writing': 2 } },
    ],
    applications: [
      {
        who: 'owen',
        role: 'Editor',
        message:
          'I edit release notes for a living and would love to hear one read aloud. I can do Tuesdays and Thursdays.',
        status: 'pending',
        daysAgo: 5,
      },
      {
        who: 'yusuf',
        role: 'Python developer',
        message: 'Two of my pupils and I would like to follow along and write the parser for tags.',
        status: 'expired',
        daysAgo: 16,
      },
    ],
  },
  {
    slug: 'git-from-the-inside',
    title: 'Git from the inside',
    pitch: 'Rebuild blobs, trees, commits and packs in Go until the real Git reads our repository.',
    description: [
      'We wrote a version store that real Git opens without complaint. It clones itself over HTTP, commits, and pushes. What we learned is in forty pages of notes with drawings.',
      'Finished, and archived so that nobody mistakes it for a tool.',
    ],
    steps: ['version-control', 'data-structures-and-algorithms'],
    status: 'archived',
    daysAgo: 162,
    hoursPerWeek: 6,
    timeZone: 'Europe/Oslo',
    window: ['18:00', '21:00'],
    owner: 'noah',
    roles: [
      {
        title: 'Storage developer',
        seats: 1,
        required: { 'data-structures': 3 },
        team: {
          jonas: 'I have always wanted to know why packs are faster than they deserve to be.',
        },
      },
    ],
  },
]
