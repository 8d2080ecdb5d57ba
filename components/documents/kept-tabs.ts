import { z } from 'zod'
import { keep, type Shelf } from '@/components/rooms/kept-text'

const tabs = z.object({ tabs: z.array(z.string()), activeId: z.string().nullable() })
export type Tabs = z.infer<typeof tabs>

export function readTabs(shelf: Shelf | undefined, key: string): Tabs {
  try {
    return tabs.parse(JSON.parse(shelf?.getItem(key) ?? ''))
  } catch {
    return { tabs: [], activeId: null }
  }
}

export function keepTabs(shelf: Shelf | undefined, key: string, open: Tabs) {
  keep(shelf, key, open.tabs.length > 0 ? JSON.stringify(open) : '')
}
