/** Half of a column, and the whole of one, as a share of the picture's width. */
const first = 11.5
const stride = 19.25
const stroke = 5
/** The rings' centre below the top of their row, in pixels. */
const centre = 20

/**
 * The drawn line behind the stations. Positions across are shares of the width, those down are pixels,
 * so it stretches without distortion. A stretch has the colour of the station it leaves.
 */
export function LinePath({
  lines,
  perRow,
  rowHeight,
}: {
  lines: number[]
  perRow: number
  rowHeight: number
}) {
  const rows = Math.ceil(lines.length / perRow)
  const y = (row: number) => row * rowHeight + centre
  const x = (row: number, place: number) =>
    `${first + stride * (row % 2 === 0 ? place : perRow - 1 - place)}%`
  const radius = rowHeight / 2
  return (
    <svg
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 hidden h-full w-full overflow-visible @min-[40rem]:block"
      fill="none"
      strokeWidth={stroke}
    >
      {Array.from({ length: rows - 1 }, (_, row) => {
        const right = row % 2 === 0
        const side = right ? 1 : -1
        const colour = `var(--line-${lines[(row + 1) * perRow - 1]})`
        // Reaches back past the station at any width; the frame that ends at the station cuts it off.
        const start = -side * (radius + stroke / 2)
        const back = -side * 80
        return (
          <svg
            key={y(row)}
            x={right ? `${100 - first}%` : '0%'}
            y={y(row) - stroke}
            width={`${first}%`}
            height={rowHeight + 2 * stroke}
            overflow="hidden"
            aria-hidden="true"
          >
            <svg x={right ? '100%' : '0%'} overflow="visible" aria-hidden="true">
              <path
                d={`M${start + back} ${stroke}h${-back}a${radius} ${radius} 0 0 ${right ? 1 : 0} 0 ${rowHeight}h${back}`}
                stroke={colour}
              />
            </svg>
          </svg>
        )
      })}
      {lines.map((line, index) => {
        const row = Math.floor(index / perRow)
        const place = index % perRow
        if (place === perRow - 1 || index === lines.length - 1) return null
        return (
          <line
            // biome-ignore lint/suspicious/noArrayIndexKey: a place on the line is its identity
            key={index}
            x1={x(row, place)}
            x2={x(row, place + 1)}
            y1={y(row)}
            y2={y(row)}
            stroke={`var(--line-${line})`}
          />
        )
      })}
    </svg>
  )
}
