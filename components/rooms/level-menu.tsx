'use client'
import { AtSign, Bell, BellOff } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuChoices } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import { type NoticeLevel, noticeLevels } from '@/contracts/vocabulary'

const levels = {
  all: { icon: Bell, label: 'All messages' },
  mentions: { icon: AtSign, label: 'Mentions' },
  none: { icon: BellOff, label: 'Nothing' },
} satisfies Record<NoticeLevel, object>

type Props = { room: { id: string; title: string }; level: NoticeLevel; action: FormAction }

function useLevel({ room, level, action }: Props) {
  const { run } = useAction(action)
  const [chosen, setChosen] = useState(level)
  const [rendered, setRendered] = useState(level)
  // The page was rendered anew: somebody chose on another page.
  if (rendered !== level) {
    setRendered(level)
    setChosen(level)
  }
  async function choose(next: NoticeLevel) {
    setChosen(next)
    const answer = await run({ roomId: room.id, level: next })
    if (answer.status === 'ok') return
    setChosen(level)
    toast('Your choice was not stored.', answer.message)
  }
  return { chosen, choose }
}

/** Chooses what of a room counts outside of it. */
export function LevelMenu(props: Props) {
  const { chosen, choose } = useLevel(props)
  const { icon: Icon, label } = levels[chosen]
  return (
    <Menu
      trigger={
        <IconButton label={`Notifications of ${props.room.title}: ${label}`}>
          <Icon aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <Choices chosen={chosen} onChoose={choose} />
    </Menu>
  )
}

/** The same as a part of another menu. */
export function LevelChoices(props: Props) {
  const { chosen, choose } = useLevel(props)
  return <Choices chosen={chosen} onChoose={choose} />
}

function Choices({
  chosen,
  onChoose,
}: {
  chosen: NoticeLevel
  onChoose: (level: NoticeLevel) => void
}) {
  return (
    <MenuChoices
      label="Tell me outside of this room about"
      value={chosen}
      onChoose={onChoose}
      choices={noticeLevels.map((value) => ({ value, label: levels[value].label }))}
    />
  )
}
