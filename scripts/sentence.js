/** A failure that a person can act on: its message is the whole answer, without a stack. */
export class Sentence extends Error {}
