import { Inflate } from 'fflate'

/** How much of a zip is taken: what a room holds, with what a zip bomb would need left out. */
const mostFiles = 100
const mostBytes = 8 * 1024 * 1024
/** As much as a text of the longest kind can be, in bytes. */
const mostOfFile = 800_000
/** So much is inflated before the result is counted. */
const slice = 4_096

type Entry = { name: string; method: number; packed: number; size: number; at: number }
export type ZipContent = {
  files: { name: string; bytes: Uint8Array }[]
  /** A sentence for each that was left out, or for the whole. */
  problems: string[]
}
const nothing = (problem: string): ZipContent => ({ files: [], problems: [problem] })

/**
 * The files of a zip, without what systems and tools leave in it. What the zip says of its sizes is checked
 * before anything is inflated, and what comes out is counted while it is: a zip can lie.
 */
export function readZip(name: string, bytes: Uint8Array): ZipContent {
  const entries = listEntries(bytes)
  if (!entries) return nothing(`${name}: this zip cannot be read.`)
  const wanted = entries.filter((entry) => !isClutter(entry.name))
  if (wanted.length === 0) return nothing(`${name}: there are no files in it.`)
  if (wanted.length > mostFiles)
    return nothing(`${name}: it holds ${wanted.length} files; up to ${mostFiles} can be imported.`)
  if (wanted.reduce((sum, { size }) => sum + size, 0) > mostBytes)
    return nothing(`${name}: unpacked it is larger than 8 MB.`)
  const root = commonRoot(wanted.map((entry) => entry.name))
  const content: ZipContent = { files: [], problems: [] }
  for (const entry of wanted) {
    const inside = entry.name.slice(root.length)
    if (entry.size > mostOfFile)
      content.problems.push(`${inside}: files of up to 200,000 characters can be imported.`)
    else {
      const unpacked = unpack(bytes, entry)
      if (unpacked) content.files.push({ name: inside, bytes: unpacked })
      else content.problems.push(`${inside}: this file cannot be unpacked.`)
    }
  }
  return content
}

/** Folders, and what nobody wrote. */
function isClutter(name: string): boolean {
  const parts = name.split('/')
  const clutter = ['__MACOSX', '.git', 'node_modules', '.DS_Store']
  return name.endsWith('/') || parts.some((part) => clutter.includes(part))
}

/** The one folder in which all of it lies, as zips of a folder have it. */
function commonRoot(names: string[]): string {
  const [first = ''] = names
  const root = first.slice(0, first.indexOf('/') + 1)
  return names.every((name) => name.startsWith(root)) ? root : ''
}

const signatures = { end: 0x06054b50, entry: 0x02014b50, file: 0x04034b50 }

/** The directory at the end of the zip; null when it is damaged, or larger than four bytes can say. */
function listEntries(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    let end = bytes.length - 22
    while (end >= 0 && view.getUint32(end, true) !== signatures.end) end--
    if (end < 0) return null
    const count = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    const entries: Entry[] = []
    for (let each = 0; each < count; each++) {
      if (view.getUint32(at, true) !== signatures.entry) return null
      const field = (offset: number) => view.getUint16(at + offset, true)
      const nameLength = field(28)
      const encrypted = (field(8) & 1) === 1
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
        // A method that is none: what is encrypted cannot be unpacked.
        method: encrypted ? -1 : field(10),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        at: view.getUint32(at + 42, true),
      })
      at += 46 + nameLength + field(30) + field(32)
    }
    return entries
  } catch {
    return null
  }
}

/** Null when it is not packed as it says: damaged, encrypted, or longer. */
function unpack(bytes: Uint8Array, { method, packed, size, at }: Entry): Uint8Array | null {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (view.getUint32(at, true) !== signatures.file) return null
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    const data = bytes.subarray(start, start + packed)
    if (method === 0) return data.length === size ? data : null
    return method === 8 ? inflate(data, size) : null
  } catch {
    return null
  }
}

function inflate(data: Uint8Array, size: number): Uint8Array | null {
  const whole = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((chunk) => {
    if (length + chunk.length <= size) whole.set(chunk, length)
    length += chunk.length
  })
  for (let at = 0; at < data.length && length <= size; at += slice)
    stream.push(data.subarray(at, at + slice), at + slice >= data.length)
  return length === size ? whole : null
}
