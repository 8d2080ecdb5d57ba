/** "30 s", "5 min". */
export const span = (seconds: number) => (seconds < 60 ? `${seconds} s` : `${seconds / 60} min`)

export const slowNotice = (name: string, seconds: number) =>
  seconds === 0
    ? `${name} turned slow mode off.`
    : `${name} turned slow mode on: one message per person in ${span(seconds)}.`
