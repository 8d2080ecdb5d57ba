import { type Step, seat } from '../roadmap'

export const versionControl: Step = {
  id: 'version-control',
  title: 'Version Control',
  line: 2,
  summary:
    'Keeping a history that you can read, share and repair, and working on one code base without stepping on each other.',
  topics: [
    'Commits and history',
    'Branches and merging',
    'Remotes',
    'Reviews',
    'Finding a bad change',
  ],
  outcomes: [
    'You can write commits that a reviewer reads like a short story.',
    'You can resolve a merge conflict and explain what both sides wanted.',
    'You can find the commit that broke something by bisecting.',
    'You can recover work that seemed lost.',
  ],
  prerequisites: ['choose-a-language'],
  ideas: [
    {
      slug: 'history-postcards',
      title: 'History postcards',
      pitch:
        'Turn a repository’s log into a weekly postcard: what changed, who helped, what got smaller.',
      description: [
        'Read the history of any repository and write one friendly page a week: the largest changes in plain words, first-time contributors, files that shrank, and the oldest line that was finally removed.',
        '- Ask Git for machine-readable output, and mind names with spaces and accents.\n- Merge several addresses of one person into one.\n- Print Markdown, so that the page can go into a wiki or a mail.',
        '**Done means** the maintainers of one open project agree that the postcard of last week is right.',
      ],
      hoursPerWeek: 3,
      openings: [seat('Developer', 2, { git: 1 }, { python: 1, bash: 1 })],
    },
    {
      slug: 'conflict-dojo',
      title: 'Conflict dojo',
      pitch:
        'Small repositories with real merge conflicts to practise on, and a judge that checks the result.',
      description: [
        'People meet merge conflicts under stress and learn them badly. Build a set of twelve small repositories, each with one conflict of a kind that really happens, and a checker that tells whether the resolution kept what both sides wanted.',
        'The checker runs the code: each exercise has tests for the first change, for the second, and for both together.',
        '- Renames against edits, two new functions at one place, a moved block, a lock file.\n- Hints in three steps, each with a command to look at the situation.\n- A script that builds each repository from scratch, so that history is the same for all.',
        '**Done means** five people who were afraid of rebasing finish all twelve, and you changed the hints where they got stuck.',
      ],
      hoursPerWeek: 4,
      openings: [
        seat('Exercise author', 2, { git: 3 }, { 'technical-writing': 1 }),
        seat('Checker developer', 1, { bash: 2 }, { 'unit-testing': 2 }),
      ],
    },
    {
      slug: 'store-like-git',
      title: 'A store like Git’s',
      pitch: 'Objects, trees, commits, packs and a merge: a version store that real Git can read.',
      description: [
        'Write a program that creates repositories which ordinary Git opens without complaint. Start with blobs and trees, add commits and references, then packs with deltas, and finish with a three-way merge.',
        'Every stage is checked against the real thing: create with yours, read with Git; create with Git, read with yours.',
        '- Content addressed by its hash, written so that a crash never leaves half an object.\n- A status command that is fast, because it trusts file times until it must not.\n- A merge that finds the base, also when there are two.',
        '**Done means** your program clones its own repository over HTTP, commits a change to it, and pushes it.',
      ],
      hoursPerWeek: 8,
      openings: [
        seat('Storage developer', 2, { 'data-structures': 3, git: 3 }, { go: 2, rust: 2 }),
        seat('Protocol developer', 1, { http: 2 }, { networking: 2 }),
      ],
    },
  ],
}
