import clsx from 'clsx'
import { levelName } from '@/components/projects/skill-levels'
import type { ProfilePage } from '@/contracts/views'

/** Skills with their levels as five marks, and in words for whoever cannot see marks. */
export function ProfileSkills({
  title,
  empty,
  skills,
}: {
  title: string
  empty: string
  skills: ProfilePage['skills']
}) {
  return (
    <section className="flex flex-col gap-2.5">
      <h2 className="text-lg">{title}</h2>
      {skills.length === 0 ? (
        <p className="text-sm text-ink-2">{empty}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {skills.map((skill) => (
            <li
              key={skill.slug}
              className="flex min-h-10 items-center justify-between gap-3 text-sm"
            >
              <span className="font-semibold">{skill.name}</span>
              <span className="flex items-center gap-2 text-xs text-ink-2">
                {levelName(skill.level)}
                <span aria-hidden className="flex gap-0.5">
                  {[1, 2, 3, 4, 5].map((mark) => (
                    <span
                      key={mark}
                      className={clsx(
                        'h-2 w-3 rounded-full border',
                        mark <= skill.level ? 'border-ink-2 bg-ink-2' : 'border-control',
                      )}
                    />
                  ))}
                </span>
                <span className="sr-only">, level {skill.level} of 5</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
