// Loaded before a process: its wall clock is wrong by CLOCK_SHIFT milliseconds. Timers are not touched.
const RealDate = globalThis.Date
const shift = Number(process.env.CLOCK_SHIFT ?? 0)

globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shift)
    else super(...args)
  }
  static now() {
    return RealDate.now() + shift
  }
}
