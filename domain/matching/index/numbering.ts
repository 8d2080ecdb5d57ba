/** Small numbers for the few hundred texts of a catalogue: ids of skills, slugs of steps. 0 means none. */
export class Numbering {
  private readonly numbers = new Map<string, number>()
  private readonly texts: string[] = ['']

  /** The text's number; a new text gets the next one. */
  of(text: string): number {
    let number = this.numbers.get(text)
    if (number === undefined) {
      number = this.texts.length
      this.numbers.set(text, number)
      this.texts.push(text)
    }
    return number
  }

  /** 0 for a text that nobody has named yet. */
  find(text: string): number {
    return this.numbers.get(text) ?? 0
  }

  textOf(number: number): string {
    return this.texts[number] ?? ''
  }

  /** One more than the highest number. */
  get size(): number {
    return this.texts.length
  }
}
