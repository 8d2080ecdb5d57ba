import type { ReactNode } from 'react'

/** The narrow column in which people sign in and up. */
export function AccountPanel({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="page py-8 md:py-14">
      <div className="mx-auto flex w-full max-w-[25rem] flex-col gap-5">
        <header className="flex flex-col gap-1.5">
          <h1 className="text-2xl">{title}</h1>
          {lead && <p className="text-ink-2">{lead}</p>}
        </header>
        {children}
      </div>
    </div>
  )
}
