import {
  Check,
  CircleQuestionMark,
  Eye,
  Heart,
  type LucideIcon,
  PartyPopper,
  Rocket,
  ThumbsDown,
  ThumbsUp,
} from 'lucide-react'
import type { ReactionName } from '@/contracts/inputs'

/** How each reaction is drawn and called. */
export const reactionLooks: Record<ReactionName, { icon: LucideIcon; label: string }> = {
  up: { icon: ThumbsUp, label: 'Agree' },
  down: { icon: ThumbsDown, label: 'Disagree' },
  heart: { icon: Heart, label: 'Love it' },
  party: { icon: PartyPopper, label: 'Celebrate' },
  eyes: { icon: Eye, label: 'Looking' },
  rocket: { icon: Rocket, label: 'Ship it' },
  question: { icon: CircleQuestionMark, label: 'Not sure' },
  check: { icon: Check, label: 'Done' },
}
