'use client'
import { Download } from 'lucide-react'
import { useRoomStore } from '@/components/rooms/room-context'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast-queue'
import { useDesk } from './desk-context'

/** Takes all files of the room home, as they are now. */
export function DownloadMenu() {
  const desk = useDesk()
  const store = useRoomStore()
  async function download(as: 'zip' | 'patch') {
    try {
      const { downloadPatch, downloadZip } = await import('./download-files')
      const room = { desk, store }
      const problem = as === 'zip' ? await downloadZip(room) : await downloadPatch(room, null)
      if (problem) toast('The files were not downloaded', problem)
    } catch {
      toast('The files were not downloaded', 'Check your connection and try again.')
    }
  }
  return (
    <Menu
      trigger={
        <IconButton label="Download the files">
          <Download aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuItem onClick={() => void download('zip')}>Download as a zip</MenuItem>
      <MenuItem onClick={() => void download('patch')}>Download as a patch</MenuItem>
    </Menu>
  )
}
