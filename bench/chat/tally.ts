/** Ids say when a message was sent and carry a number: clients of every subject keep them as they are. */
export const idOf = (run: number, at: number) =>
  `${run.toString(16).padStart(8, '0')}-0000-4000-8000-${at.toString(16).padStart(12, '0')}`
const numberOf = (id: string) => Number.parseInt(id.slice(24), 16)

type Sent = { room: number; at: number; counts: boolean; acked: boolean; ms: number | null }
export type Told = {
  sent: number
  deliveries: number
  p50: number[]
  lost: number
  duplicated: number
  orderDisagreements: number
}

/** Everything that was sent, answered and seen, by whom and in which order. */
export class Tally {
  readonly latencies: number[] = []
  readonly acks: number[] = []
  readonly refusals = new Map<string, number>()
  deliveries = 0
  counting = false
  duplicated = 0
  readonly #run = Math.floor(Math.random() * 0xffff_ffff)
  readonly #sent: Sent[] = []
  /** Per member, the numbers in the order in which they were seen. */
  readonly #orders: { room: number; seen: number[]; known: Set<number> }[] = []

  /** @returns what to call with each id that this member sees */
  member(room: number): (id: string) => void {
    const order = { room, seen: [] as number[], known: new Set<number>() }
    this.#orders.push(order)
    const run = idOf(this.#run, 0).slice(0, 8)
    return (id) => {
      if (!id.startsWith(run)) return
      const at = numberOf(id)
      const sent = this.#sent[at]
      if (!sent) return
      if (order.known.has(at)) {
        this.duplicated++
        return
      }
      order.known.add(at)
      order.seen.push(at)
      if (this.counting) this.deliveries++
      if (sent.counts) this.latencies.push(performance.now() - sent.at)
    }
  }

  /** @param answers whether the server says what became of it */
  send(
    room: number,
    answers: boolean,
  ): { id: string; answered(refused: { code: string } | null): void } {
    const sent: Sent = {
      ...{ room, at: performance.now(), counts: this.counting, acked: !answers, ms: null },
    }
    const id = idOf(this.#run, this.#sent.push(sent) - 1)
    return {
      id,
      answered: (refused) => {
        sent.ms = performance.now() - sent.at
        if (refused) {
          this.refusals.set(refused.code, (this.refusals.get(refused.code) ?? 0) + 1)
          return
        }
        sent.acked = true
        if (sent.counts) this.acks.push(sent.ms)
      },
    }
  }

  /** Of what was promised, what each member lacks; and members who saw another order than the first did. */
  compare(): { lost: number; orderDisagreements: number } {
    const promised = new Map<number, number[]>()
    for (const [at, { room, acked }] of this.#sent.entries())
      if (acked) promised.set(room, [...(promised.get(room) ?? []), at])
    const firsts = new Map<number, number[]>()
    let lost = 0
    let orderDisagreements = 0
    for (const { room, seen, known } of this.#orders) {
      for (const at of promised.get(room) ?? []) if (!known.has(at)) lost++
      const first = firsts.get(room)
      if (!first) firsts.set(room, seen)
      else if (differs(first, seen)) orderDisagreements++
    }
    return { lost, orderDisagreements }
  }

  isQuiet(): boolean {
    return this.compare().lost === 0
  }
}

/** Whether two people who saw the same saw it in another order; what one of them lacks is counted elsewhere. */
function differs(one: number[], other: number[]): boolean {
  const [inOne, inOther] = [new Set(one), new Set(other)]
  const common = one.filter((at) => inOther.has(at))
  const compared = other.filter((at) => inOne.has(at))
  return common.some((at, place) => at !== compared[place])
}
