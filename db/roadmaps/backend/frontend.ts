import { type Step, seat } from '../roadmap'

export const frontend: Step = {
  id: 'frontend',
  title: 'Frontend',
  line: 1,
  summary:
    'Enough HTML, CSS and JavaScript to build the page that your server answers with, and to know what the browser does with it.',
  topics: ['HTML', 'CSS', 'JavaScript', 'Forms', 'The document and its events'],
  outcomes: [
    'You can write a page whose structure makes sense without its styles.',
    'You can lay out a page that works from a phone to a wide screen.',
    'You can send a form with and without JavaScript, and show errors beside the fields.',
    'You can use the browser tools to find out why a page is slow or looks wrong.',
  ],
  prerequisites: ['internet'],
  ideas: [
    {
      slug: 'opening-hours',
      title: 'Opening hours board',
      pitch: 'One page that tells which shops of your street are open now, readable on any phone.',
      description: [
        'Collect the hours of ten places near you in one JSON file, and render them as a page that answers a single question: who is open right now, and for how long?',
        '- Plain HTML and CSS first; the list must make sense with scripts turned off.\n- Then a little JavaScript: sort by closing time, and update the minute without a reload.\n- Cover lunch breaks, and bars that close after midnight.',
        '**Done means** somebody uses it with a keyboard alone, the page holds at 320 pixels and at 200 % zoom, and the night from Saturday to Sunday is right.',
      ],
      hoursPerWeek: 3,
      openings: [
        seat('Frontend developer', 1, { html: 1, css: 1 }, { javascript: 1 }),
        seat('Tester with a sharp eye', 1, { accessibility: 1 }),
      ],
    },
    {
      slug: 'form-that-forgives',
      title: 'The form that forgives',
      pitch: 'A long application form that never loses a word, even offline, even after a crash.',
      description: [
        'Long forms are where people give up. Build one with several pages, uploads and conditional questions, and make it impossible to lose what was typed.',
        'It starts as server-rendered HTML that works without scripts. JavaScript then adds drafts, checks as you go, and a queue for the moments without a network.',
        '- Errors are tied to their fields and announced to screen readers.\n- A draft survives reload, a closed tab and a lost connection.\n- The server checks everything again, and the two sets of messages come from one place.',
        '**Done means** you can pull the network cable at any point, finish the form, plug it back in, and find exactly one complete application on the server.',
      ],
      hoursPerWeek: 5,
      openings: [
        seat('Frontend developer', 2, { javascript: 2, html: 2 }, { 'service-workers': 1 }),
        seat('Backend developer', 1, { 'node.js': 2 }, { accessibility: 1 }),
      ],
    },
    {
      slug: 'spreadsheet-in-a-page',
      title: 'Spreadsheet in a page',
      pitch:
        'A spreadsheet with formulas that stays smooth at a hundred thousand rows, no framework.',
      description: [
        'Draw only the cells that can be seen, recalculate only the cells that changed, and keep typing instant while both go on. No framework: the point is to learn what frameworks do for you.',
        'Split the work in three: a grid that recycles its elements, a parser and evaluator for formulas, and a dependency graph that finds cycles before they hang the tab.',
        '- Full keyboard use, with selection announced to screen readers.\n- Copy and paste to and from other spreadsheets.\n- Recalculation in a worker, so that the page never blocks.',
        '**Done means** scrolling a sheet of 100,000 rows keeps 60 frames a second on a mid-range laptop, and a chain of 10,000 dependent cells settles in under 100 ms.',
      ],
      hoursPerWeek: 8,
      openings: [
        seat('Grid developer', 1, { javascript: 4, 'web-performance': 2 }, { accessibility: 2 }),
        seat('Formula engine developer', 1, { typescript: 3, algorithms: 2 }, { compilers: 1 }),
        seat('Interface designer', 1, { 'ui-design': 2 }, { css: 2 }),
      ],
    },
  ],
}
