import { type Step, seat } from '../roadmap'

export const chooseALanguage: Step = {
  id: 'choose-a-language',
  title: 'Choose a Programming Language',
  line: 2,
  summary:
    'One language learned well enough to think in: its types, its errors, its packages, and the way its people write it.',
  topics: ['Python', 'PHP', 'Ruby', 'C#', 'JavaScript', 'Packages and tooling', 'Errors and types'],
  outcomes: [
    'You can name the reasons for your choice, and the kind of job for which you would choose another.',
    'You can structure a program of a thousand lines so that a stranger finds their way.',
    'You can handle errors so that a failure says where it came from.',
    'You can use the formatter, the linter and the debugger of your language without thinking.',
  ],
  prerequisites: ['data-structures-and-algorithms'],
  ideas: [
    {
      slug: 'receipt-splitter',
      title: 'Receipt splitter',
      pitch:
        'A command that splits shared costs fairly to the last cent, in the language you are learning.',
      description: [
        'Five friends, a weekend, thirty receipts. Read them from a file and print who pays whom, with as few payments as possible.',
        '- Money in whole cents, never in floating point; somebody has to get the odd cent, so decide who.\n- Useful errors: the line number, and what was expected.\n- One module for reading, one for the arithmetic, one for printing.',
        '**Done means** the sums always add up (test it with random receipts), and a friend who does not code can fix their own typing error from your message alone.',
      ],
      hoursPerWeek: 2,
      openings: [
        seat('Learner of the same language', 2, {}, { python: 1, ruby: 1 }),
        seat('Patient reviewer', 1, { 'code-review': 2 }, { mentoring: 1 }),
      ],
    },
    {
      slug: 'same-program-five-languages',
      title: 'One program, five languages',
      pitch: 'The same small tool written five times, to compare what each language makes easy.',
      description: [
        'Take one program that is small but real: a link checker for a folder of Markdown files, with parallel requests, retries and a clear report. Each member writes it in another language from one shared specification and one shared set of test files.',
        'Then swap: everybody reviews a version in a language they do not know.',
        '- A specification precise enough that five people write the same thing.\n- One test runner that treats each version as a black box.\n- An essay with measurements: lines, start time, memory, and the bug each language let through.',
        '**Done means** all five pass the same tests, and the essay says which one you would hand to a new colleague, and why.',
      ],
      hoursPerWeek: 4,
      openings: [
        seat('Python author', 1, { python: 2 }),
        seat('C# author', 1, { 'c#': 2 }),
        seat('Ruby author', 1, { ruby: 2 }),
        seat('PHP author', 1, { php: 2 }),
        seat('JavaScript author', 1, { javascript: 2 }),
      ],
    },
    {
      slug: 'language-of-our-own',
      title: 'A little language of our own',
      pitch:
        'Design a tiny scripting language, then write its parser, interpreter and error messages.',
      description: [
        'Nothing teaches a language like making one. Design a small one for a single purpose (scoring games, shaping data, drawing patterns), and write an interpreter for it in the language you are learning.',
        'Spend half of the effort on the errors: they must point at the character, say what was found and what would fit, and go on to report the next one.',
        '- A grammar on one page.\n- Functions, closures, lists, and a loop that can be stopped from outside.\n- A playground page where people try it, with time and memory limits.\n- A test suite of programs with their expected output.',
        '**Done means** someone outside the team writes a fifty-line program in it within an hour, using only your guide.',
      ],
      hoursPerWeek: 7,
      openings: [
        seat('Interpreter developer', 2, { 'data-structures': 3 }, { compilers: 2, typescript: 3 }),
        seat('Playground developer', 1, { javascript: 2 }, { css: 2 }),
        seat('Author of the guide', 1, { 'technical-writing': 2 }),
      ],
    },
  ],
}
