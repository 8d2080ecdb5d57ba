import { type Step, seat } from '../roadmap'

export const webSecurity: Step = {
  id: 'web-security',
  title: 'Web Security',
  line: 4,
  summary:
    'What attackers try and what stops them: encryption in transit, origins and headers, safe passwords, and checks on every request.',
  topics: [
    'HTTPS and TLS',
    'CORS',
    'OWASP risks',
    'Password hashing',
    'Sessions',
    'Content Security Policy',
  ],
  outcomes: [
    'You can explain what HTTPS protects, and what it leaves open.',
    'You can store passwords so that a stolen database is of little use.',
    'You can find injection, broken access and forged requests in code that you review.',
    'You can write a content policy that the page really runs under.',
  ],
  prerequisites: ['frontend', 'apis'],
  ideas: [
    {
      slug: 'header-gardener',
      title: 'Security header gardener',
      pitch:
        'Look at a site’s security headers, explain each gap, and grow a policy that fits the page.',
      description: [
        'Scanners shout grades. Yours explains: it loads a page, lists which protections its headers give, shows the attack that a missing one would allow, and proposes a policy built from what the page really loads.',
        '- A harmless demonstration page for each attack, hosted locally.\n- Report-only first: collect what would have been blocked.\n- Scan only sites that belong to the person who asks; make them prove it.',
        '**Done means** a site of your own went from nothing to a strict policy with no broken feature, and the report explains each line of it.',
      ],
      hoursPerWeek: 3,
      openings: [
        seat('Backend developer', 1, { http: 1 }, { 'node.js': 1 }),
        seat('Demonstration author', 1, { javascript: 1 }, { cors: 1 }),
      ],
    },
    {
      slug: 'sign-in-done-right',
      title: 'Sign-in done right',
      pitch:
        'A sign-in service with passkeys, sessions you can end, and answers that give nothing away.',
      description: [
        'Build the part of every product that must not be wrong: sign up, sign in, reset, passkeys, a list of sessions, sign out everywhere. Then attack it as a team and write down each attempt.',
        'Answers must be the same for known and unknown addresses, in words and in time. Limits must slow down a guesser without locking out the owner.',
        '- argon2id with parameters that you measured on your own machine.\n- Rotation of session tokens, and protection against forged requests.\n- A written threat model with the risks that you accept.',
        '**Done means** every attempt in your attack log has a test, and an outsider spent an evening on it without getting in.',
      ],
      hoursPerWeek: 5,
      openings: [
        seat(
          'Backend developer',
          2,
          { authentication: 2 },
          { 'password-hashing': 1, postgresql: 1 },
        ),
        seat('Attacker', 1, { 'web-security': 2 }, { 'threat-modelling': 1 }),
      ],
    },
    {
      slug: 'vulnerable-by-design',
      title: 'Vulnerable by design',
      pitch:
        'A shop with twenty planted holes, a guide that teaches each, and a hardened twin to compare.',
      description: [
        'Build the same small shop twice: once with twenty realistic weaknesses, once hardened. Learners find a hole in the first, read why it works, fix it, and a checker tells them whether the hole is closed and the shop still sells.',
        'Realistic is the point: no `eval` on a plate, but an order whose id belongs to somebody else, a cache that serves the wrong person, a redirect that goes too far.',
        '- Everything runs locally in containers, reachable from the own machine only.\n- Hints in stages, and an explanation with the real-world cost.\n- Exploits and fixes are tests in CI, so that no hole closes by accident.',
        '**Done means** ten learners close at least fifteen holes each, and nobody could use the shop to attack anything else.',
      ],
      hoursPerWeek: 7,
      openings: [
        seat('Security developer', 2, { 'web-security': 3 }, { authorization: 2 }),
        seat('Shop developer', 1, { typescript: 2, postgresql: 2 }),
        seat('Guide author', 1, { 'technical-writing': 2 }, { 'threat-modelling': 1 }),
      ],
    },
  ],
}
