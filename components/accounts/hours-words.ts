/** "7 h", "7½ h", "20 min": hours that people count in halves, where they come to halves. */
export function hoursWords(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (whole === 0 && rest !== 30) return `${rest} min`
  if (rest === 0) return `${whole} h`
  if (rest === 30) return `${whole || ''}½ h`
  return `${whole} h ${rest} min`
}
