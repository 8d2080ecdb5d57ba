/** What `--help` prints, and which flags each command takes. */
export const usage = {
  start: {
    flags: ['--reset', '--yes', '--no-demo'],
    text: `npm start [-- flags]    Run Prajix for real use on this machine.

  --reset      Delete the embedded database, its secret and its files first (asks before it does).
  --yes        Answer yes to that question.
  --no-demo    Do not fill an empty database with the demo, and do not offer its logins.
  --help       Show this text.

Environment (all optional)
  PORT            Where the site answers. Default 3000.
  REALTIME_PORT   Where rooms connect. Default 3001, or PORT + 1 when PORT is set.
  DATABASE_URL    A PostgreSQL 18 server. Absent: an embedded one is started.
  REDIS_URL       A Redis or Valkey server. Absent: one found on the PATH is started, else none is used.
  DATA_DIR        Where the database, files, logs and secret lie. Default .data.
  AUTH_SECRET     Signs sessions, 32 characters or more. Absent: made and kept in DATA_DIR.
                  Required when NODE_ENV=production and DATABASE_URL is set.
  APP_URL         The address people type, when it is not http://localhost:PORT.
docs/operations.md has the rest.`,
  },
  dev: {
    flags: ['--reset', '--yes', '--no-demo'],
    text: `npm run dev [-- flags]    Run Prajix with hot reload of both processes.

Takes the flags and the environment of npm start: see npm start -- --help.`,
  },
  test: {
    flags: [],
    text: `npm test    Type check, lint, unit, integration and end-to-end tests, with all their set-up.

Environment (all optional)
  REDIS_URL       A Redis to test with. Absent: one on the PATH; as root on Debian, its package.
  CHROMIUM_PATH   The Chromium to test with. Absent: the system's, else one from npm.`,
  },
  check: {
    flags: [],
    text: `npm run check    The quick part of npm test: type check, lint, unit and integration tests.`,
  },
  faults: {
    flags: ['--seed', '--minutes'],
    values: /^\d+$/,
    text: `npm run test:faults [-- --seed N --minutes M]    Kill nodes, cut connections, send damaged updates
and play random plans, hundreds of times.

  --seed N      Play the random schedule of faults with this seed alone.
  --minutes M   Play it alone, for so long (otherwise two minutes).

npm test does a few of each. Takes some fifteen minutes on two cores.`,
  },
  bench: {
    flags: ['pair', 'chat', 'browse', 'match', 'simulate', '--quick', '--only', '--size', '--seed'],
    values: /^(\d+|1x200|100x10|sends|flood|idle)$/,
    text: `npm run bench:pair [-- --quick]      Measure shared files beside their peers; see bench/README.md.
npm run bench:chat [-- --quick]      Measure rooms beside bare ws and socket.io.
npm run bench:browse [-- --quick]    Measure lists of projects, up to a million.
npm run bench:match [-- --size N]    Measure matching; see bench/match/README.md.
npm run bench:simulate [-- --seed N] Play a market under each way of ordering.

  --quick      One run of each measurement instead of five (pair, chat, browse).
  --only NAME  One load alone: 1x200, 100x10, sends, flood or idle (chat).
  --size N     So many projects and as many people (match).
  --seed N     Another made-up world of the same kind (match, simulate).`,
  },
  moderator: {
    flags: ['--remove'],
    values: /^@?[a-z][a-z0-9-]{1,28}[a-z0-9]$/i,
    text: `npm run moderator -- <handle> [--remove]    Say who decides on the skills that people propose.

  <handle>     Of somebody who has signed up. They find "Proposed skills" in their account menu.
  --remove     They are no moderator any more.

Takes DATABASE_URL and DATA_DIR as npm start does; with the embedded database, while Prajix runs or not.`,
  },
  build: {
    flags: [],
    text: `npm run build    Build the site, the realtime process and the migration job for production.`,
  },
}
