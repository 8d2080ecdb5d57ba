import { runApp } from './run-app'

export function dev(args: string[]) {
  return runApp('dev', args)
}
