import { type Step, seat } from '../roadmap'

export const ciCd: Step = {
  id: 'ci-cd',
  title: 'CI/CD',
  line: 5,
  summary:
    'From a pushed commit to a running release without a nervous human in between, and back again when it was a mistake.',
  topics: ['Pipelines', 'Automated deploys', 'Rollback', 'Logs', 'Feature flags', 'Secrets'],
  outcomes: [
    'You can build a pipeline that tells you within minutes whether a change is safe.',
    'You can release a change to a few people first, and stop there.',
    'You can roll back in one step, also after the database changed.',
    'You can find the line in the logs that explains a failed release.',
  ],
  prerequisites: ['version-control', 'testing'],
  ideas: [
    {
      slug: 'pipeline-from-scratch',
      title: 'First pipeline',
      pitch: 'Take a small app from “works on my laptop” to tested and published on each push.',
      description: [
        'Bring any small app of yours. Give it a pipeline that checks types and style, runs the tests, builds once, and publishes that same build to a free host.',
        '- Under five minutes from push to published; cache with care.\n- The version and the commit are visible on a page of the app.\n- A failing step says in its last lines what to do.',
        '**Done means** a new teammate changes a sentence, pushes, and sees it live without asking you anything.',
      ],
      hoursPerWeek: 2,
      openings: [
        seat('App owner', 1, { git: 1 }, { javascript: 1 }),
        seat('Pipeline learner', 1, {}, { 'github-actions': 1, bash: 1 }),
      ],
    },
    {
      slug: 'deploy-with-brakes',
      title: 'Deploys with brakes',
      pitch:
        'A deploy tool that sends five per cent first, watches the errors, and turns back by itself.',
      description: [
        'Write a small tool that starts a new version beside the old one, sends it a share of requests, compares error rate and latency, and goes on or goes back without a human.',
        'Deciding is the hard part: with little traffic, one error means nothing. Choose a rule, simulate it, and show how often it is wrong in each direction.',
        '- Works with two plain processes behind a proxy; no cluster needed.\n- Database changes in steps that both versions can live with.\n- A journal of every decision, with the numbers it was based on.',
        '**Done means** twenty planted bad releases are stopped, twenty good ones pass, and no request fails during a switch.',
      ],
      hoursPerWeek: 6,
      openings: [
        seat('Tool developer', 2, { deployment: 2 }, { go: 2, nginx: 1 }),
        seat('Measurement developer', 1, { prometheus: 2 }, { grafana: 1 }),
      ],
    },
    {
      slug: 'build-farm',
      title: 'A build farm for friends',
      pitch:
        'Your own CI: sandboxed runners, a queue, live logs, and builds that are never run twice.',
      description: [
        'Build a CI service for ten friends: they push, runners on their spare machines pick up jobs, logs stream to a page, results go back to the repository.',
        'Jobs run code of other people on a machine you care about, so isolation comes first: no network unless asked for, a clean file system, limits on everything.',
        '- A queue with leases: a runner that dies gives its job back.\n- A cache keyed by inputs, so that an unchanged step is not run again.\n- Logs that stream live and can be searched later.\n- Secrets that reach a job and never its log.',
        '**Done means** three projects use it for a month, a runner is unplugged in mid-job and nobody notices, and a hostile job gets nowhere.',
      ],
      hoursPerWeek: 9,
      openings: [
        seat('Queue and API developer', 1, { postgresql: 2, 'background-jobs': 2 }, { go: 2 }),
        seat('Runner developer', 1, { linux: 3, docker: 2 }, { rust: 1 }),
        seat('Interface developer', 1, { react: 2 }, { 'server-sent-events': 1 }),
      ],
    },
  ],
}
