'use client'
import clsx from 'clsx'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useId, useSyncExternalStore } from 'react'
import { parseTheme, type Theme, themeCookie, themes } from './theme'

const year = 31_536_000
const look = {
  system: { label: 'System', Icon: Monitor },
  light: { label: 'Light', Icon: Sun },
  dark: { label: 'Dark', Icon: Moon },
}
// The attribute on <html> is the state; the switch can stand on a page more than once.
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
const current = () => parseTheme(document.documentElement.dataset.theme)

function choose(theme: Theme) {
  document.documentElement.dataset.theme = theme
  const secure = location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari, and plain HTTP
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${year}; samesite=lax${secure}`
  for (const listener of listeners) listener()
}

/** Light, dark, or what the system says. */
export function ThemeChoice({ initial }: { initial: Theme }) {
  const theme = useSyncExternalStore(subscribe, current, () => initial)
  const name = useId()
  return (
    <fieldset className="inline-flex rounded-s border border-line bg-sunken p-0.5">
      <legend className="sr-only">Theme</legend>
      {themes.map((one) => {
        const { label, Icon } = look[one]
        return (
          <label
            key={one}
            className={clsx(
              'inline-flex min-h-10 items-center gap-1.5 rounded-[4px] px-2.5 text-xs sm:min-h-7',
              'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
              theme === one
                ? 'bg-surface text-ink ring-1 ring-line-strong'
                : 'text-ink-2 hover:text-ink',
            )}
          >
            <input
              type="radio"
              name={name}
              value={one}
              checked={theme === one}
              onChange={() => choose(one)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-3.5" />
            {label}
          </label>
        )
      })}
    </fieldset>
  )
}
