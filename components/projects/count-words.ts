import type { Count } from '@/contracts/views'

/** Two figures: a sample tells no more. */
const rounded = (count: number) => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(count, 1))) - 1)
  return Math.round(count / unit) * unit
}
const written = ({ count, about }: Count) => (about ? rounded(count) : count).toLocaleString('en')

/** "about 12,000": never more exact than it was counted. */
export const countWords = (count: Count) =>
  count.about ? `about ${written(count)}` : written(count)

/** The same where there is little room: "~12,000". */
export const shortCount = (count: Count) => (count.about ? `~${written(count)}` : written(count))

export const projectsWord = ({ count }: Count) => (count === 1 ? 'project' : 'projects')
