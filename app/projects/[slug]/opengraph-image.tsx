import { ImageResponse } from 'next/og'
import { canBeAsked, freeOpenings } from '@/components/projects/asking'
import { loadProject } from './load-project'

export const alt = 'A project on Prajix'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'

// The renderer knows neither our tokens nor oklch: these are the light theme's paper, ink and lines.
const paper = '#fbfaf7'
const ink = '#1b1f29'
const soft = '#4f5562'
const accent = '#d8391b'
const lines = ['#2b7fc0', '#8a5bc4', accent, '#158560', '#a87508']

/** Letters that the built-in font draws; for any other it would ask a host outside. */
const drawable = (text: string) => text.replace(/[^\u0020-\u024f\u2010-\u2026]/gu, '').trim()

export default async function SocialPicture({ params }: { params: Promise<{ slug: string }> }) {
  const project = await loadProject((await params).slug)
  const free = canBeAsked(project)
    ? freeOpenings(project).reduce((sum, one) => sum + one.seats - one.filled, 0)
    : 0
  const seats = free === 0 ? '' : `${free} ${free === 1 ? 'seat' : 'seats'} free · `
  return new ImageResponse(
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: 72,
        background: paper,
        color: ink,
      }}
    >
      <div style={{ display: 'flex', flexWrap: 'wrap', fontSize: 28, color: soft }}>
        {project.steps.map((step) => (
          <div key={step.id} style={{ display: 'flex', alignItems: 'center', marginRight: 36 }}>
            <div
              style={{
                width: 24,
                height: 24,
                marginRight: 12,
                borderRadius: 12,
                border: `5px solid ${lines[step.line - 1] ?? accent}`,
              }}
            />
            {`${step.position} · ${drawable(step.title)}`}
          </div>
        ))}
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ fontSize: 76, lineHeight: 1.1, letterSpacing: -2 }}>
          {drawable(project.title)}
        </div>
        <div style={{ marginTop: 24, fontSize: 34, lineHeight: 1.4, color: soft }}>
          {drawable(project.pitch)}
        </div>
      </div>
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 30 }}>
        <div style={{ color: accent }}>{`${seats}${project.hoursPerWeek} h a week`}</div>
        <div>Prajix</div>
      </div>
    </div>,
    size,
  )
}
