import fs from 'node:fs'
import path from 'node:path'

const kept = 30

/** The log file of one process in this run; the one of the run before is kept beside it. */
export class ProcessLog {
  readonly file: string
  private readonly stream: fs.WriteStream
  private readonly lines: string[] = []
  private rest = ''

  constructor(folder: string, name: string) {
    this.file = path.join(folder, `${name}.log`)
    if (fs.existsSync(this.file))
      fs.renameSync(this.file, path.join(folder, `${name}.previous.log`))
    this.stream = fs.createWriteStream(this.file)
  }

  /** @returns the lines that are now complete. */
  write(chunk: Buffer): string[] {
    this.stream.write(chunk)
    const lines = (this.rest + chunk.toString()).split('\n')
    this.rest = lines.pop() ?? ''
    this.lines.push(...lines)
    this.lines.splice(0, this.lines.length - kept)
    return lines
  }

  /** The last thirty lines: what somebody wants to see after a crash. */
  lastLines(): string {
    return [...this.lines, this.rest].join('\n').trim()
  }

  close() {
    this.stream.end()
  }
}
