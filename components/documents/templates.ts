/** First texts of files; they run as they are. */
export type Template = { label: string; path: string; text: string }

export const templates: Template[] = [
  {
    label: 'JavaScript',
    path: 'main.js',
    text: `function greet(name) {
  return \`Hello, \${name}\`
}

console.log(greet('team'))
`,
  },
  {
    label: 'TypeScript',
    path: 'main.ts',
    text: `type Reading = { station: string; heightMm: number }

const readings: Reading[] = [{ station: 'north-pier', heightMm: 1420 }]

for (const { station, heightMm } of readings) console.log(station, heightMm)
`,
  },
  {
    label: 'JavaScript tests',
    path: 'sum.test.js',
    text: `const sum = (numbers) => numbers.reduce((total, one) => total + one, 0)

test('adds up', () => {
  expect(sum([1, 2, 3])).toBe(6)
})

test('nothing is zero', () => {
  expect(sum([])).toBe(0)
})
`,
  },
  {
    label: 'Python',
    path: 'main.py',
    text: `def greet(name: str) -> str:
    return f"Hello, {name}"


print(greet("team"))
`,
  },
  {
    label: 'SQL',
    path: 'query.sql',
    text: `create table reading (station text, taken_at timestamptz, height_mm int);

insert into reading values
  ('north-pier', '2026-01-01 06:00Z', 1420),
  ('north-pier', '2026-01-01 07:00Z', 1515);

select station, max(height_mm) as highest
from reading
group by station;
`,
  },
  {
    label: 'Web page',
    path: 'index.html',
    text: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Our page</title>
    <style>
      body { font-family: system-ui; margin: 2rem; }
    </style>
  </head>
  <body>
    <h1>Our page</h1>
    <button id="count">Pressed 0 times</button>
    <script>
      let times = 0
      const button = document.getElementById('count')
      button.addEventListener('click', () => {
        times++
        button.textContent = \`Pressed \${times} times\`
      })
    </script>
  </body>
</html>
`,
  },
  { label: 'Notes', path: 'notes.md', text: '# Notes\n\n- What we want to find out\n' },
]
