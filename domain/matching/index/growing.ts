type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** A typed array that grows as numbers are pushed. Hot loops read `items` up to `length` directly. */
export class Growing<T extends Numbers> {
  length = 0

  constructor(
    public items: T,
    private readonly make: new (length: number) => T,
  ) {}

  push(value: number): number {
    if (this.length === this.items.length) this.grow(this.length + 1)
    this.items[this.length] = value
    return this.length++
  }

  /** Makes room for `length` numbers; what is new is 0. */
  extend(length: number): void {
    if (length > this.items.length) this.grow(length)
    this.length = Math.max(this.length, length)
  }

  private grow(atLeast: number) {
    // By a half: a doubling would leave up to as much unused as used.
    const grown = new this.make(Math.max(64, atLeast, Math.ceil(this.items.length * 1.5)))
    grown.set(this.items)
    this.items = grown
  }

  get bytes(): number {
    return this.items.byteLength
  }
}

export const growingBytes = () => new Growing(new Uint8Array(0), Uint8Array)
export const growingShorts = () => new Growing(new Uint16Array(0), Uint16Array)
export const growingWords = () => new Growing(new Uint32Array(0), Uint32Array)
