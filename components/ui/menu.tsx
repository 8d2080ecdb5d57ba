'use client'
import { Menu as Base } from '@base-ui/react/menu'
import clsx from 'clsx'
import { Check } from 'lucide-react'
import Link from 'next/link'
import type { ReactElement, ReactNode } from 'react'

const popup =
  'z-50 min-w-44 rounded-m border border-line bg-surface p-1 shadow-raised outline-none transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0'
const item =
  'flex min-h-11 w-full items-center gap-2 rounded-s px-2.5 text-sm text-ink outline-none data-[highlighted]:bg-sunken sm:min-h-8'

const landmark = () =>
  typeof document === 'undefined' ? undefined : document.getElementById('content')

/** A menu on `trigger` (an element that takes a ref, such as IconButton). */
export function Menu({
  trigger,
  align = 'end',
  children,
}: {
  trigger: ReactElement
  align?: 'start' | 'end'
  children: ReactNode
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      {/* Inside the page's own landmark, where those who move by landmarks look for it. */}
      <Base.Portal container={landmark()}>
        <Base.Positioner align={align} sideOffset={6} className="z-50">
          <Base.Popup className={popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export function MenuItem({
  onClick,
  danger = false,
  children,
}: {
  onClick: () => void
  danger?: boolean
  children: ReactNode
}) {
  return (
    <Base.Item onClick={onClick} className={clsx(item, danger && 'text-bad')}>
      {children}
    </Base.Item>
  )
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem render={<Link href={href} />} closeOnClick className={item}>
      {children}
    </Base.LinkItem>
  )
}

/** One of several, with the present one marked. */
export function MenuChoices<Value extends string>({
  label,
  value,
  onChoose,
  choices,
}: {
  label: string
  value: Value
  onChoose: (value: Value) => void
  choices: { value: Value; label: string }[]
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-1.5 pb-1 text-xs text-ink-3">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChoose}>
        {choices.map((choice) => (
          <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className={item}>
            <Check
              aria-hidden
              className={clsx('size-4', choice.value === value ? 'text-accent-ink' : 'opacity-0')}
            />
            {choice.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />
}
