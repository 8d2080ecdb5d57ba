/** What the levels 1–5 of a skill mean, in order. */
export const levelNames = ['New to it', 'Learning', 'Able', 'Skilled', 'Expert'] as const

export const levelName = (level: number) => levelNames[level - 1] ?? ''
