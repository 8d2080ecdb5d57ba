/** Rows by key, in one array; the rows of a key go from its highest grade (0 to 255) to its lowest. */
export class Postings {
  private constructor(
    private readonly starts: Uint32Array,
    readonly rows: Uint32Array,
    readonly grades: Uint8Array,
    /** What the columns said of each row: read in passing, where the row itself is far away in memory. */
    private readonly columns: Uint32Array[],
  ) {}

  /**
   * @param visit names each entry to what it is given, always in the same order: it is called twice, to
   * count the entries and to sort them.
   */
  static build(
    keys: number,
    visit: (entry: (key: number, row: number, grade: number) => void) => void,
    columns: ((row: number) => number)[],
  ): Postings {
    const starts = new Uint32Array(keys + 1)
    const perGrade = new Uint32Array(257)
    visit((key, _row, grade) => {
      starts[key + 1] = (starts[key + 1] as number) + 1
      perGrade[256 - grade] = (perGrade[256 - grade] as number) + 1
    })
    for (let key = 0; key < keys; key++)
      starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number)
    for (let grade = 0; grade < 256; grade++)
      perGrade[grade + 1] = (perGrade[grade + 1] as number) + (perGrade[grade] as number)
    const count = starts[keys] as number
    const [sortedKeys, sortedRows] = [new Uint32Array(count), new Uint32Array(count)]
    const sortedGrades = new Uint8Array(count)
    visit((key, row, grade) => {
      const at = perGrade[255 - grade] as number
      perGrade[255 - grade] = at + 1
      sortedKeys[at] = key
      sortedRows[at] = row
      sortedGrades[at] = grade
    })
    const [rows, grades, next] = [new Uint32Array(count), new Uint8Array(count), starts.slice()]
    for (let from = 0; from < count; from++) {
      const key = sortedKeys[from] as number
      const at = next[key] as number
      next[key] = at + 1
      rows[at] = sortedRows[from] as number
      grades[at] = sortedGrades[from] as number
    }
    return new Postings(
      starts,
      rows,
      grades,
      columns.map((column) => rows.map(column)),
    )
  }

  /** One of the columns, in the order in which they were given. */
  column(number: number): Uint32Array {
    return this.columns[number] as Uint32Array
  }
  get keys(): number {
    return this.starts.length - 1
  }
  from(key: number): number {
    return this.starts[key] as number
  }
  to(key: number): number {
    return this.starts[key + 1] as number
  }

  get bytes(): number {
    return [this.starts, this.rows, this.grades, ...this.columns].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    )
  }
}
