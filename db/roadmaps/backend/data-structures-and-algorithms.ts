import { type Step, seat } from '../roadmap'

export const dataStructuresAndAlgorithms: Step = {
  id: 'data-structures-and-algorithms',
  title: 'Data Structures and Algorithms',
  line: 1,
  summary:
    'The shapes that data takes in memory, and how to choose one by what you will ask of it a million times.',
  topics: [
    'Stacks and queues',
    'Linked lists',
    'Trees',
    'Graphs',
    'Hashing',
    'Sorting',
    'Searching',
  ],
  outcomes: [
    'You can choose a structure from the operations that your program needs most.',
    'You can estimate how a piece of code grows before you measure it, and then measure it.',
    'You can write a breadth-first search and a binary search without looking them up.',
    'You can explain how a hash table stays fast, and what makes it slow.',
  ],
  prerequisites: ['operating-systems'],
  ideas: [
    {
      slug: 'undo-everything',
      title: 'Undo everything',
      pitch: 'A drawing pad whose undo and redo never get lost, built on two stacks you can see.',
      description: [
        'A page with a pen, a line and a box. Every stroke goes on a stack that is drawn beside the canvas, so that people watch the structure work while they draw.',
        '- Undo, redo, and what happens to redo after a new stroke.\n- Group quick strokes into one step.\n- Show the cost: how many commands are held, and how much memory they take.',
        '**Done means** a thousand random actions followed by a thousand undos give back the empty page, and a test proves it.',
      ],
      hoursPerWeek: 3,
      openings: [
        seat('JavaScript developer', 2, { javascript: 2 }, { 'data-structures': 1, svg: 1 }),
      ],
    },
    {
      slug: 'last-bus-home',
      title: 'Last bus home',
      pitch: 'Load a city’s public timetable and answer: how late can I leave and still get home?',
      description: [
        'Public transport agencies publish timetables as open files. Load one, build a graph that knows about time, and search it backwards from home.',
        'It is a shortest path with a twist: edges exist only at certain minutes, and changing buses costs time. Compare two ways to search it, and measure both.',
        '- Parse the files as a stream; they do not fit on one screen, and perhaps not in memory.\n- Build a search that answers in under 50 ms for a city of 5,000 stops.\n- Show the journey as a list that a tired person can read.',
        '**Done means** ten journeys agree with the official planner, or you can say exactly why they differ.',
      ],
      hoursPerWeek: 5,
      openings: [
        seat('Algorithm developer', 2, { algorithms: 2, 'data-structures': 2 }, { python: 2 }),
        seat('Interface developer', 1, { javascript: 2 }, { maps: 1 }),
      ],
    },
    {
      slug: 'search-engine-for-notes',
      title: 'Search engine for notes',
      pitch: 'Index a million short notes on disk and find the ten best matches in milliseconds.',
      description: [
        'Write the index that search engines are made of: terms that point to sorted lists of notes, compressed, on disk, merged in the background while new notes arrive.',
        'Ranking comes second. First make it correct: a plain scan over all notes is your reference, and every query must agree with it.',
        '- Postings in blocks with skips, so that rare terms make common ones cheap.\n- Prefix search with a trie or a sorted table; measure which one wins, and where.\n- Typing errors forgiven up to one edit.\n- Merges that readers never notice.',
        '**Done means** one million notes take less disk than their text, the slowest of a thousand recorded queries takes under 20 ms, and a crash in the middle of a merge loses nothing.',
      ],
      hoursPerWeek: 8,
      openings: [
        seat('Index developer', 2, { algorithms: 3, 'data-structures': 3 }, { rust: 2, go: 2 }),
        seat('Measurement engineer', 1, { profiling: 2 }, { 'property-based-testing': 1 }),
      ],
    },
  ],
}
