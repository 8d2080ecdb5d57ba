/*
 * Apart from the schemas: the sandbox bundles these numbers, and must not carry the validation with them.
 */

/** Output of a run that is kept, in characters; the rest is cut where it is made. */
export const maximumRunOutput = 20_000
