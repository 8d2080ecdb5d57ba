/** The zones to choose from; those in use are always among them. */
export const listZones = (inUse: string[]) =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...inUse])].filter(Boolean).sort()
