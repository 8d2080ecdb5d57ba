import {
  File,
  FileArchive,
  FileImage,
  FileMusic,
  FileSpreadsheet,
  FileText,
  FileVideoCamera,
  type LucideIcon,
  Presentation,
} from 'lucide-react'
import { fileKind } from './file-words'

const icons: Record<string, LucideIcon> = {
  Picture: FileImage,
  Sound: FileMusic,
  Video: FileVideoCamera,
  Archive: FileArchive,
  PDF: FileText,
  Document: FileText,
  Text: FileText,
  Table: FileSpreadsheet,
  Slides: Presentation,
}

export function FileIcon({ type, className }: { type: string; className?: string }) {
  const Icon = icons[fileKind(type)] ?? File
  return <Icon aria-hidden className={className} />
}
