import type { VersionView } from '@/contracts/versions'

/** Why there is a version, for those that nobody named. */
export function reasonWords({ reason, person }: Pick<VersionView, 'reason' | 'person'>): string {
  switch (reason) {
    case 'named':
      return 'Saved version'
    case 'before_restore':
      return 'Before a restore'
    case 'turn':
      return person ? `${person.name} took the wheel` : 'The wheel passed on'
    case 'green_run':
      return 'Tests turned green'
  }
}

export const versionTitle = (version: VersionView) => version.name ?? reasonWords(version)

/** The version within a sentence. */
export const versionInWords = ({ name, ...version }: VersionView) =>
  name ? `“${name}”` : `the version “${reasonWords(version)}”`

/** Whose it is, where the title does not say it. */
export const versionPerson = ({ name, reason, person }: VersionView) =>
  name === null && reason === 'turn' ? null : (person?.name ?? null)
