import { growingWords } from './growing'

/** Uuids numbered in the order of their coming: 16 bytes each and a hash, where a Map of strings takes 150. */
export class IdTable {
  private readonly words = growingWords()
  /** Number + 1 of the id that hashes here or shortly before; 0 where nobody does. */
  private slots = new Uint32Array(64)
  length = 0

  /** The id's number, if it has one; -1 else. */
  find(id: string): number {
    const found = this.slots[this.slotOf(parse(id))]
    return found ? found - 1 : -1
  }

  /** The id's number; a new id gets the next one. */
  add(id: string): number {
    if (this.length * 2 >= this.slots.length) this.rehash()
    const parsed = parse(id)
    const slot = this.slotOf(parsed)
    const found = this.slots[slot]
    if (found) return found - 1
    for (const word of parsed) this.words.push(word)
    this.slots[slot] = ++this.length
    return this.length - 1
  }

  idOf(number: number): string {
    let hex = ''
    for (let at = number * 4; at < number * 4 + 4; at++)
      hex += (this.words.items[at] as number).toString(16).padStart(8, '0')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** Whether one number's id sorts before another's, as PostgreSQL sorts uuids. */
  isBefore(one: number, other: number): boolean {
    const { items } = this.words
    for (let at = 0; at < 4; at++) {
      const left = items[one * 4 + at] as number
      const right = items[other * 4 + at] as number
      if (left !== right) return left < right
    }
    return false
  }

  get bytes(): number {
    return this.words.bytes + this.slots.byteLength
  }

  private slotOf(parsed: Parsed): number {
    const mask = this.slots.length - 1
    const { items } = this.words
    for (let slot = hash(parsed) & mask; ; slot = (slot + 1) & mask) {
      const found = this.slots[slot] as number
      if (found === 0) return slot
      const at = (found - 1) * 4
      if (
        items[at] === parsed[0] &&
        items[at + 1] === parsed[1] &&
        items[at + 2] === parsed[2] &&
        items[at + 3] === parsed[3]
      )
        return slot
    }
  }

  private rehash() {
    const { items } = this.words
    this.slots = new Uint32Array(this.slots.length * 2)
    const mask = this.slots.length - 1
    for (let number = 0; number < this.length; number++) {
      const word = (at: number) => items[number * 4 + at] as number
      let slot = hash([word(0), word(1), word(2), word(3)]) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = number + 1
    }
  }
}

type Parsed = [number, number, number, number]

function parse(id: string): Parsed {
  const word = (hex: string) => Number.parseInt(hex, 16)
  return [
    word(id.slice(0, 8)),
    word(id.slice(9, 13) + id.slice(14, 18)),
    word(id.slice(19, 23) + id.slice(24, 28)),
    word(id.slice(28, 36)),
  ]
}

/** The random bits of a uuid lie in its second half; the time in the first mixes in. */
function hash([first, second, third, fourth]: Parsed): number {
  let mixed = Math.imul(third ^ (first << 7), 0x9e3779b1) ^ Math.imul(fourth ^ second, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
