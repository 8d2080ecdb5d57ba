import { type Step, seat } from '../roadmap'

export const testing: Step = {
  id: 'testing',
  title: 'Testing',
  line: 4,
  summary:
    'Proving that code does what you claim, at the cheapest level that can notice: unit, integration and functional tests.',
  topics: [
    'Unit tests',
    'Integration tests',
    'Functional tests',
    'Test data',
    'Flaky tests',
    'Coverage',
  ],
  outcomes: [
    'You can choose the level at which a fault is cheapest to catch.',
    'You can write a test that fails for one reason and says which.',
    'You can test against a real database without slowing everybody down.',
    'You can find out why a test fails once in fifty runs.',
  ],
  prerequisites: ['frameworks', 'version-control'],
  ideas: [
    {
      slug: 'kata-with-a-referee',
      title: 'Kata with a referee',
      pitch:
        'Practise tests first on small tasks, while a tool breaks your code to see whether they notice.',
      description: [
        'Pick six small tasks (a parking fee, a bowling score, a calendar rule). Solve each with tests first, in pairs. Then write the referee: a script that changes an operator or a number in the solution and runs the tests again. If they still pass, a test is missing.',
        '- Start with text replacement; a syntax tree can come later.\n- Report survivors as a list of lines with the change that nobody noticed.\n- Keep a diary of what each survivor taught you.',
        '**Done means** all six tasks have no survivors, and your diary has ten lessons with code.',
      ],
      hoursPerWeek: 3,
      openings: [seat('Pair partner', 2, { 'unit-testing': 1 }, { typescript: 1, python: 1 })],
    },
    {
      slug: 'test-a-stranger',
      title: 'Test a stranger',
      pitch:
        'Adopt an open-source service without tests and give it the ones that would have caught its bugs.',
      description: [
        'Choose a small service that people use and nobody tests. Read its closed bug reports, reproduce ten of them in old versions, and write for each the cheapest test that would have caught it.',
        'Real database, real HTTP, no sleeping. Make the suite quick enough that its maintainers keep it.',
        '- A test set-up that a new contributor starts with one command.\n- A template database, cloned for each file, so that tests run side by side.\n- Patches sent upstream in pieces that are easy to review.',
        '**Done means** ten bugs have a test each, the suite takes under a minute, and at least one patch is merged.',
      ],
      hoursPerWeek: 5,
      openings: [
        seat('Test engineer', 2, { 'integration-testing': 2 }, { postgresql: 1, docker: 1 }),
        seat('Contact with the maintainers', 1, { 'technical-writing': 1 }, { git: 2 }),
      ],
    },
    {
      slug: 'time-machine-tester',
      title: 'Time machine for races',
      pitch:
        'Run concurrent code under a scheduler you control and replay any failure from a number.',
      description: [
        'Bugs that depend on timing hide from ordinary tests. Build a test runner that takes over time, randomness and the network of a small service, chooses every interleaving from a seed, and replays a failure exactly from that seed.',
        'Prove it on something with known races: a queue with leases, a booking system, a leader election.',
        '- All sources of chance behind interfaces, and a check that nothing goes around them.\n- Faults as ordinary events: lost, doubled and late messages, crashes between two writes.\n- Shrinking: from a failing run of thousands of steps to the few that matter.',
        '**Done means** it finds five planted races within a minute each, and every failure replays the same way a hundred times in a row.',
      ],
      hoursPerWeek: 8,
      openings: [
        seat('Runner developer', 2, { concurrency: 3, typescript: 3 }, { rust: 2 }),
        seat(
          'Author of the victims',
          1,
          { 'distributed-systems': 2 },
          { 'property-based-testing': 2 },
        ),
      ],
    },
  ],
}
