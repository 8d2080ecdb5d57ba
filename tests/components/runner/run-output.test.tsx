import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { formatDuration } from '@/components/runner/outcome-badge'
import { RunOutput } from '@/components/runner/run-output'

const shared = { path: 'main.ts', by: 'Olu', durationMs: 1_240, output: '<b>1</b>\n' }

it('a run says in words how it ended, how long it took and who ran it', () => {
  const html = renderToStaticMarkup(
    <RunOutput
      {...shared}
      outcome="failed"
      tests={[
        { name: 'adds', passed: true, message: '' },
        { name: 'takes away', passed: false, message: 'Expected 1 to be 2.' },
      ]}
    />,
  )
  expect(html).toContain('role="status" class="sr-only">main.ts: Failed, 1 of 2 tests passed.<')
  expect(html).toContain('>1.2 s<')
  expect(html).toContain('run by Olu')
  expect(html).toMatch(/>adds<.*>passed<.*>takes away<.*>failed<.*Expected 1 to be 2\./)
  expect(html).toContain('&lt;b&gt;1&lt;/b&gt;')
})

it('a run under way tells readers of the screen that it runs, not what it prints', () => {
  const html = renderToStaticMarkup(<RunOutput {...shared} outcome={null} tests={[]} />)
  expect(html).toContain('role="status" class="sr-only">Running: main.ts.<')
  expect(html.match(/role="status"/g)).toHaveLength(1)
  expect(formatDuration(840)).toBe('840 ms')
})
