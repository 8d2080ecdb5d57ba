import { code, type DemoMessage } from '../demo'

/** Short conversations of other teams, by project slug. */
export const smallTalk: Record<string, DemoMessage[]> = {
  'ferry-queue': [
    {
      by: 'maya',
      at: '-7 18:10',
      say: 'Welcome, Kofi. First question of the naming session: is it a *queue*, a *wait* or a *line*?',
    },
    {
      by: 'kofi',
      at: '-7 18:25',
      say: 'Drivers say “I am at the blue kiosk”. So perhaps the thing they report is a *place*, and the queue is what we work out.',
      reactions: { '❤️': ['maya'] },
    },
    {
      by: 'maya',
      at: '-6 19:02',
      say: `That settles it. A report has a place and an id that the phone makes up, so that the same tap counts once:\n\n${code(
        'text',
        `
PUT /reports/{reportId}
{ "place": "blue-kiosk", "seenAt": "2026-03-02T17:40:00Z" }`,
      )}`,
      reactions: { '👍': ['kofi'] },
    },
    {
      by: 'kofi',
      at: '-1 18:40',
      say: 'I wrote the first five errors. The hardest sentence was for “the ferry does not run today”, because that is not an error.',
    },
  ],
  'who-answers-the-name': [
    {
      by: 'jonas',
      at: '-9 18:05',
      say: 'Compressed names can point backwards to a name that points backwards. What stops us from going round for ever?',
    },
    {
      by: 'grace',
      at: '-8 09:20',
      key: 'pointers',
      say: 'Every pointer must point to a place *before* the one it stands at. Then it ends by itself, and no counter is needed.',
      reactions: { '✅': ['jonas', 'kofi'] },
    },
    {
      by: 'kofi',
      at: '-8 18:44',
      replyTo: 'pointers',
      say: 'I tried it with a thousand random packets. Two still hang, both with a pointer to themselves. “Before” must be strict.',
      reactions: { '👀': ['jonas', 'grace'] },
    },
    { by: 'grace', at: '-7 09:02', say: 'Strict it is. Test added, with your two packets in it.' },
  ],
  'rent-paid-once': [
    {
      by: 'wanjiru',
      at: '-5 17:10',
      say: `The anomaly is real. Two transfers read the same hold, each leaves the other alone, and together they overdraw:\n\n${code(
        'sql',
        `
select sum(amount_cents) from hold where account_id = $1 and released_at is null;
-- both see 4,000 of 5,000 and each adds 1,000`,
      )}`,
    },
    {
      by: 'tomasz',
      at: '-5 17:31',
      say: 'Write skew, in its Sunday clothes. Under `serializable` one of them gets `40001`. Are we sure that the retry reads the hold again, and does not just send its statements once more?',
      reactions: { '👀': ['wanjiru', 'zanele'] },
    },
    {
      by: 'zanele',
      at: '-4 16:45',
      say: 'It did not. The sum was computed outside the function that we retry. Moved inside; 200,000 transfers, books balance.',
      reactions: { '🎉': ['wanjiru', 'tomasz'] },
    },
    {
      by: 'tomasz',
      at: '-3 17:02',
      say: 'I shall attack it again tonight, with more malice.',
      reactions: { '🚀': ['zanele'] },
    },
  ],
  'storm-in-a-cache': [
    {
      by: 'marcus',
      at: '-4 23:15',
      say: 'Curves for the lock: the median is beautiful, the slowest one per cent waits for the lock holder. 840 ms.',
    },
    {
      by: 'rafael',
      at: '-4 23:40',
      say: 'And the early refresh? Each reader rolls a die, and the nearer the expiry, the likelier it refreshes:',
    },
    {
      by: 'rafael',
      at: '-4 23:42',
      say: code(
        'ts',
        `
/** True for few readers long before expiry, and for more the nearer it comes. */
export const refreshEarly = (expiresAt: number, costMs: number, eagerness = 1) =>
  Date.now() - costMs * eagerness * Math.log(Math.random()) >= expiresAt`,
      ),
      reactions: { '👀': ['marcus', 'camila'] },
    },
    {
      by: 'camila',
      at: '-3 22:50',
      say: 'The logarithm is negative, so minus makes it later than now. I needed a pencil. 61 ms at the slowest one per cent.',
      reactions: { '🚀': ['rafael', 'marcus'] },
    },
  ],
  'night-bus-graph': [
    {
      by: 'ruth',
      at: '-6 19:30',
      say: 'The search is right on 9,998 of 10,000 journeys. The other two cross midnight on the night the clocks change.',
    },
    {
      by: 'camila',
      at: '-6 23:05',
      say: 'The feed counts from noon minus twelve hours, exactly for this. I read that rule three times and implemented midnight.',
      reactions: { '❤️': ['ruth'] },
    },
    {
      by: 'sara',
      at: '-5 18:12',
      say: 'The offline page holds a week of journeys now, in 310 KB.',
    },
  ],
  'conflict-kitchen': [
    {
      by: 'yusuf',
      at: '-3 19:00',
      say: 'My class tried exercise six. Fourteen of fifteen served the soup without salt, because both cooks had moved the line.',
    },
    {
      by: 'owen',
      at: '-3 19:40',
      say: 'Then the hint is at fault. It should ask where the salt went before it shows the markers.',
      reactions: { '👍': ['yusuf', 'noah'] },
    },
    {
      by: 'noah',
      at: '-2 18:05',
      say: 'Rewritten. Step one is now: `git log --oneline -- soup.md`.',
    },
  ],
  'deploys-with-brakes': [
    {
      by: 'bogdan',
      at: '-2 19:15',
      say: 'Simulated the rule on a year of my own traffic: it stops 19 of 20 bad releases, and one good one of 200.',
    },
    {
      by: 'marcus',
      at: '-2 23:30',
      say: 'Which bad one gets through?',
    },
    {
      by: 'bogdan',
      at: '-1 19:02',
      say: 'The one that fails for a single customer. No rule on averages will see that; I suggest we say so in the README.',
      reactions: { '✅': ['marcus', 'rafael'] },
    },
  ],
  'sessions-you-can-end': [
    {
      by: 'elif',
      at: '-4 18:30',
      say: 'Attack 23: I signed out everywhere and kept typing in an open tab for nine minutes.',
    },
    {
      by: 'arjun',
      at: '-3 16:20',
      say: 'The socket was checked when it opened and never again. It now hears of ended sessions and closes. Test: 40 ms.',
      reactions: { '🚀': ['elif', 'wanjiru'] },
    },
  ],
}
