export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
/** Name of the cookie that remembers the choice, so that the server renders it without a flash. */
export const themeCookie = 'theme'

export function parseTheme(value: string | undefined): Theme {
  return themes.find((one) => one === value) ?? 'system'
}
