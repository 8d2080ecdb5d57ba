/** Whether two values have the same content, as `toEqual` means it. */
export function equals(one: unknown, other: unknown, pairs: [unknown, unknown][] = []): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false
  // Values that contain themselves: this pair is being compared already.
  if (pairs.some(([left, right]) => left === one && right === other)) return true
  const inside: [unknown, unknown][] = [...pairs, [one, other]]
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime()
  if (one instanceof RegExp) return String(one) === String(other)
  if (one instanceof Error && other instanceof Error)
    return one.name === other.name && one.message === other.message
  if (one instanceof Map && other instanceof Map)
    return (
      one.size === other.size &&
      [...one].every(([key, value]) => other.has(key) && equals(value, other.get(key), inside))
    )
  if (one instanceof Set && other instanceof Set)
    return (
      one.size === other.size &&
      [...one].every(
        (each) => other.has(each) || [...other].some((its) => equals(each, its, inside)),
      )
    )
  const left = one as Record<string, unknown>
  const right = other as Record<string, unknown>
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => equals(left[key], right[key], inside))
}
