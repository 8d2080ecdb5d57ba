/**
 * The best so many rows, the highest score first and ties by id. Of each group (a project with several
 * openings) only the best row stays.
 */
export class BestList {
  readonly rows: number[] = []
  readonly scores: number[] = []
  private readonly groups: number[] = []
  /** The same, to ask quickly whether a group is here at all. */
  private readonly present = new Set<number>()

  constructor(
    private readonly limit: number,
    private readonly isBefore: (one: number, other: number) => boolean,
  ) {}

  /** What has less than this has no place any more; what has as much may have, by its id. */
  threshold = -1

  add(row: number, score: number, group: number): void {
    if (score < this.threshold) return
    let at = 0
    let end = this.rows.length
    while (at < end) {
      const middle = (at + end) >> 1
      if (this.isBetter(row, score, middle)) end = middle
      else at = middle + 1
    }
    const held = this.present.has(group) ? this.groups.indexOf(group) : -1
    if (held >= 0) {
      // Its group stands further up already, or it is the very row.
      if (held < at) return
      this.remove(held)
    } else if (at >= this.limit) return
    this.rows.splice(at, 0, row)
    this.scores.splice(at, 0, score)
    this.groups.splice(at, 0, group)
    this.present.add(group)
    if (this.rows.length > this.limit) this.remove(this.limit)
    if (this.rows.length === this.limit) this.threshold = this.scores[this.limit - 1] as number
  }

  private isBetter(row: number, score: number, at: number): boolean {
    const other = this.scores[at] as number
    return score > other || (score === other && this.isBefore(row, this.rows[at] as number))
  }

  private remove(at: number) {
    this.rows.splice(at, 1)
    this.scores.splice(at, 1)
    for (const group of this.groups.splice(at, 1)) this.present.delete(group)
  }
}
