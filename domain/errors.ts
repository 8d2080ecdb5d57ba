/** Named errors of the domain. Each says to a person what happened and what to do. */
export class DomainError extends Error {
  constructor(
    readonly code: 'NotFound' | 'Forbidden' | 'Conflict' | 'Invalid' | 'RateLimited',
    message: string,
  ) {
    super(message)
    this.name = code
  }
}
/** Missing and forbidden-to-see are the same answer. */
export class NotFound extends DomainError {
  constructor(message = 'This is not here, or not for you to see.') {
    super('NotFound', message)
  }
}
export class Forbidden extends DomainError {
  constructor(message = 'You may not do this here.') {
    super('Forbidden', message)
  }
}
/** The state has moved on: the message says to what. */
export class Conflict extends DomainError {
  constructor(message: string) {
    super('Conflict', message)
  }
}
/** `fields` maps a form field's path to what is wrong with it. */
export class Invalid extends DomainError {
  constructor(
    message: string,
    readonly fields: Record<string, string> = {},
  ) {
    super('Invalid', message)
  }
}
export class RateLimited extends DomainError {
  /** @param retryAfter milliseconds until a try can succeed. */
  constructor(
    readonly retryAfter: number,
    message = 'That was a lot at once. Wait a moment and try again.',
  ) {
    super('RateLimited', message)
  }
}
