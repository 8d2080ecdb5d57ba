import type { DemoProject } from '../demo'

export const foundations: DemoProject[] = [
  {
    slug: 'packet-diary',
    title: 'Packet diary',
    pitch:
      'Record one ordinary day of your own network traffic and tell it as a story with pictures.',
    description: [
      'What does a laptop say when nobody is looking? We capture one day of our own traffic, strip everything personal, and draw who talked to whom, how often, and why.',
      '- A capture tool that keeps sizes, times and host names, and never contents.\n- A page with a timeline; hovering explains each burst.\n- A chapter for every surprise we find.',
      'Nothing leaves the own machine unless its owner exports it. That is a rule, and there is a test for it.',
    ],
    steps: ['internet'],
    status: 'open',
    daysAgo: 12,
    hoursPerWeek: 4,
    timeZone: 'Africa/Accra',
    window: ['18:00', '21:00'],
    owner: 'kofi',
    roles: [
      { title: 'Capture developer', seats: 1, required: { networking: 2 }, nice: { go: 2 } },
      {
        title: 'Timeline designer',
        seats: 1,
        required: { 'ui-design': 2 },
        nice: { svg: 2 },
        team: {
          ines: 'I have wanted to draw something like this since I first opened the network tab. I can sketch three timelines this week.',
        },
      },
    ],
    applications: [
      {
        who: 'nikos',
        role: 'Capture developer',
        message:
          'I run a small capture on the harbour network already and can bring a day of anonymous data. My Go is weak, my patience is good.',
        status: 'pending',
        daysAgo: 3,
      },
    ],
  },
  {
    slug: 'who-answers-the-name',
    title: 'Who answers the name?',
    pitch: 'A resolver that asks from the root down and shows each server that was involved.',
    description: [
      'We write a DNS resolver that starts at the root servers and shows its way. It is meant for teaching: each answer comes with the packet, decoded field by field.',
      'A, AAAA, CNAME and NS work. Next come truncated answers over TCP, and a cache that respects the time to live.',
      'We meet for an hour on Wednesdays and work alone otherwise.',
    ],
    steps: ['internet', 'choose-a-language'],
    status: 'in_progress',
    daysAgo: 47,
    hoursPerWeek: 5,
    timeZone: 'Europe/Berlin',
    window: ['19:00', '21:30'],
    owner: 'jonas',
    roles: [
      {
        title: 'Protocol developer',
        seats: 2,
        required: { networking: 2 },
        nice: { rust: 2, dns: 2 },
        team: {
          kofi: 'DNS is my daily work, from the cable side. I would like to write the packets for once instead of staring at them.',
          grace:
            'Parsing untrusted bytes without copying them is exactly the kind of Rust I want to practise.',
        },
      },
      {
        title: 'Explainer',
        seats: 1,
        required: { 'technical-writing': 2 },
      },
    ],
  },
  {
    slug: 'street-market-pages',
    title: 'Street market pages',
    pitch: 'One fast page for each stall of a street market, made by a form on a phone.',
    description: [
      'Stalls change every week, and their owners have a phone and four minutes. They fill in a form; we make a page that loads on a bad connection: name, goods, place on the map, hours.',
      '- HTML and CSS under 20 KB per page, pictures included.\n- A printed sign with a QR code.\n- No account: a link that only the owner has.',
      'First market: Rua do Benformoso in Lisbon, eleven stalls have said yes.',
    ],
    steps: ['frontend'],
    status: 'open',
    daysAgo: 6,
    hoursPerWeek: 3,
    timeZone: 'Europe/Lisbon',
    window: ['18:30', '21:00'],
    owner: 'ines',
    roles: [
      {
        title: 'Frontend developer',
        seats: 2,
        required: { html: 2, css: 2 },
        nice: { 'web-performance': 2 },
        team: {
          tala: 'I built my sister’s bakery page and it got slow with photos. I want to learn how to do it right.',
        },
      },
      { title: 'Backend developer', seats: 1, required: { 'node.js': 1 }, nice: { sqlite: 1 } },
    ],
  },
  {
    slug: 'roster-without-tears',
    title: 'Roster without tears',
    pitch:
      'A shift roster for one hospital ward that fits on a phone and can be swapped in two taps.',
    description: [
      'Our ward plans 22 nurses in a spreadsheet that only one person dares to touch. We build a page where everybody sees their shifts, offers one for a swap, and the head nurse confirms.',
      'Rules (rest between shifts, two seniors at night) are checked before a swap is offered, not after.',
      'I know the rules by heart and little about code; I look for people who know it the other way round.',
    ],
    steps: ['frontend', 'data-structures-and-algorithms'],
    status: 'open',
    daysAgo: 4,
    hoursPerWeek: 4,
    timeZone: 'Asia/Manila',
    window: ['14:00', '18:00'],
    owner: 'tala',
    roles: [
      {
        title: 'Frontend developer',
        seats: 1,
        required: { javascript: 2 },
        nice: { accessibility: 1 },
      },
      { title: 'Rules developer', seats: 1, required: { algorithms: 2 }, nice: { typescript: 1 } },
    ],
    applications: [
      {
        who: 'hana',
        role: 'Rules developer',
        message:
          'Shift rules are constraint satisfaction, which we had last term. I would like to try it on a problem that matters to somebody.',
        status: 'pending',
        daysAgo: 1,
      },
    ],
  },
]
