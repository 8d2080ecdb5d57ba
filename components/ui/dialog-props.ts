import type { ReactNode } from 'react'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** As wide as the window allows: for things that are compared. */
  wide?: boolean
  children: ReactNode
}
