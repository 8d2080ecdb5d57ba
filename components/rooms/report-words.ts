import type { ReportReason } from '@/contracts/vocabulary'

export const reportWords: Record<ReportReason, string> = {
  harassment: 'It attacks or harasses somebody',
  spam: 'It is spam or advertising',
  danger: 'It is dangerous: malware, a threat, private data',
  other: 'Something else',
}
