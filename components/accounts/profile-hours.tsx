import { DayBar, DayScale } from '@/components/projects/day-strip'
import { cityOf, clock } from '@/components/projects/window-in-zone'
import type { ProfilePage } from '@/contracts/views'
import { minutesOf } from '@/contracts/week-windows'
import { hoursWords } from './hours-words'
import { dayNames } from './week-slots'

/** When the person is usually free, day by day, on the reader's own clock where we know it. */
export function ProfileHours({ profile, empty }: { profile: ProfilePage; empty: string | null }) {
  const { windows, windowsZone, viewer } = profile
  if (windows.length === 0 && !empty) return null
  return (
    <section className="flex flex-col gap-2.5">
      <h2 className="text-lg">Usually free</h2>
      {windows.length === 0 ? (
        <p className="text-sm text-ink-2">{empty}</p>
      ) : (
        <>
          <p className="text-xs text-ink-3">
            {hoursWords(minutesOf(windows))} a week, in{' '}
            {viewer.isSelf || windowsZone === profile.timeZone
              ? `${cityOf(windowsZone)} time`
              : `your time zone (${cityOf(windowsZone)})`}
          </p>
          <div>
            <ul className="flex flex-col gap-1.5">
              {dayNames.map((day, place) => {
                const own = windows.filter(({ weekday }) => weekday === place + 1)
                const words = own.map(
                  (one) => `${clock(one.startMinute)} to ${clock(one.endMinute)}`,
                )
                return (
                  <li key={day} className="grid grid-cols-[2rem_minmax(0,1fr)] items-center">
                    <span aria-hidden className="text-xs text-ink-2">
                      {day.slice(0, 3)}
                    </span>
                    <span className="sr-only">
                      {day}: {words.join(', ') || 'not free'}
                    </span>
                    <DayBar
                      stretches={own.map((one) => [one.startMinute, one.endMinute])}
                      mine={!viewer.isSelf && windowsZone !== profile.timeZone}
                    />
                  </li>
                )
              })}
            </ul>
            <div className="mt-1 pl-8">
              <DayScale />
            </div>
          </div>
        </>
      )}
    </section>
  )
}
