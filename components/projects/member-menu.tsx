'use client'
import { Ellipsis } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormMessage } from '@/components/ui/field'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import type { FormState } from '@/contracts/form-state'
import type { MemberView } from '@/contracts/views'
import { type ProjectActions, problemOf } from './project-actions'

type Question = {
  title: string
  description: string
  label: string
  run: () => Promise<FormState<unknown>>
  done: string
}

/** Everything that can be done about one member; each is asked once before it happens. */
export function MemberMenu({
  projectId,
  member,
  byOwner,
  actions,
}: {
  projectId: string
  member: MemberView
  /** The owner also gives roles and can hand the project over. */
  byOwner: boolean
  actions: ProjectActions
}) {
  const [question, setQuestion] = useState<Question>()
  const [open, setOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const trigger = useRef<HTMLButtonElement>(null)
  const input = { projectId, personId: member.id }
  const ask = (next: Question) => () => {
    setQuestion(next)
    setProblem(undefined)
    setOpen(true)
  }

  async function confirm() {
    if (!question) return
    setPending(true)
    try {
      const said = await problemOf(question.run(), () => toast(question.done))
      setProblem(said)
      if (!said) setOpen(false)
    } catch {
      setProblem('The server could not be reached. Check your connection and try again.')
    } finally {
      setPending(false)
    }
  }

  const promoted = member.role === 'maintainer'
  return (
    <>
      <Menu
        trigger={
          <IconButton ref={trigger} label={`Manage ${member.name}`}>
            <Ellipsis aria-hidden className="size-4" />
          </IconButton>
        }
      >
        {byOwner && (
          <MenuItem
            onClick={ask({
              title: promoted
                ? `Make ${member.name} a member again?`
                : `Make ${member.name} a maintainer?`,
              description: promoted
                ? 'They stay on the team and can no longer edit the project or decide on requests.'
                : 'They can edit the project, decide on requests and manage members.',
              label: promoted ? 'Make member' : 'Make maintainer',
              run: () => actions.changeRole({ ...input, role: promoted ? 'member' : 'maintainer' }),
              done: promoted ? `${member.name} is a member` : `${member.name} is a maintainer`,
            })}
          >
            {promoted ? 'Make member' : 'Make maintainer'}
          </MenuItem>
        )}
        {member.status === 'inactive' ? (
          <MenuItem
            onClick={ask({
              title: `Is ${member.name} back?`,
              description: 'They count as active again.',
              label: 'Mark active',
              run: () => actions.setMemberActive(input),
              done: `${member.name} is active`,
            })}
          >
            Mark active
          </MenuItem>
        ) : (
          <MenuItem
            onClick={ask({
              title: `Mark ${member.name} as inactive?`,
              description:
                'They are told, and can say that they are back. The seat stays theirs until you remove them.',
              label: 'Mark inactive',
              run: () => actions.setMemberInactive(input),
              done: `${member.name} is marked as inactive`,
            })}
          >
            Mark inactive
          </MenuItem>
        )}
        {byOwner && member.status === 'active' && (
          <MenuItem
            onClick={ask({
              title: `Hand the project over to ${member.name}?`,
              description:
                'They become the owner, and you stay on the team as a maintainer. Only they can hand it back.',
              label: 'Hand over',
              run: () => actions.handOver(input),
              done: `${member.name} owns the project now`,
            })}
          >
            Hand over
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem
          danger
          onClick={ask({
            title: `Remove ${member.name} from the team?`,
            description: 'The room closes for them at once, and their seat becomes free.',
            label: 'Remove',
            run: () => actions.removeMember(input),
            done: `${member.name} was removed`,
          })}
        >
          Remove from team
        </MenuItem>
      </Menu>
      <Dialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next)
          // The menu that opened this is gone; its button is where the person was.
          if (!next) requestAnimationFrame(() => trigger.current?.focus())
        }}
        title={question?.title ?? ''}
        description={question?.description}
      >
        <FormMessage>{problem}</FormMessage>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button look="danger" pending={pending} onClick={confirm}>
            {question?.label}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
