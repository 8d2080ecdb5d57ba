import clsx from 'clsx'
import type { CSSProperties } from 'react'
import type { RoadmapPage } from '@/contracts/views'
import { DismissibleCards } from './dismissible-cards'
import { LinePath } from './line-path'
import { Station } from './station'

const perRow = 5

/**
 * The path as a picture: rows of five that turn like a furrow where there is room, and one line down
 * the left edge where there is not. One list of links serves both.
 */
export function RoadmapLine({
  roadmap,
  rowHeight,
}: {
  roadmap: Pick<RoadmapPage, 'steps' | 'currentStepId' | 'title'>
  /** Distance between two rows, in pixels. */
  rowHeight: number
}) {
  const { steps } = roadmap
  const rows = Math.ceil(steps.length / perRow)
  return (
    <div className="@container">
      <div className="relative">
        <LinePath lines={steps.map((step) => step.line)} perRow={perRow} rowHeight={rowHeight} />
        <DismissibleCards
          label={`${roadmap.title}, ${steps.length} steps in order`}
          className="relative grid @min-[40rem]:grid-cols-5 @min-[40rem]:px-[1.875%]"
          style={
            {
              '--row': `${rowHeight}px`,
              '--rows': rows,
            } as CSSProperties
          }
        >
          {steps.map((step, index) => {
            const row = Math.floor(index / perRow)
            const place = index % perRow
            const column = row % 2 === 0 ? place : perRow - 1 - place
            return (
              <li
                key={step.id}
                // The last row is as high as its names, so that what follows stands close.
                className={clsx(
                  row < rows - 1 && '@min-[40rem]:h-(--row)',
                  '@min-[40rem]:[grid-column:var(--column)] @min-[40rem]:[grid-row:var(--at)]',
                )}
                style={{ '--column': column + 1, '--at': row + 1 } as CSSProperties}
              >
                <Station
                  step={step}
                  current={step.id === roadmap.currentStepId}
                  last={index === steps.length - 1}
                  card={column === 0 ? 'start' : column === perRow - 1 ? 'end' : 'middle'}
                />
              </li>
            )
          })}
        </DismissibleCards>
      </div>
    </div>
  )
}
