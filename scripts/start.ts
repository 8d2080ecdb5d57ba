import { runApp } from './run-app'

export function start(args: string[]) {
  return runApp('start', args)
}
