import type { runLanguages, runOutcomes } from '@/contracts/documents'
import { maximumRunOutput } from '@/contracts/run-limits'

/*
 * What the page, the sandboxed frame and the worker inside it say to each other. The page believes none
 * of it: whatever comes out of the frame may have been made up by the program that ran there.
 */

export type RunLanguage = (typeof runLanguages)[number]
export type RunOutcome = (typeof runOutcomes)[number]
export type RunTest = { name: string; passed: boolean; message: string }
export type ProgramFile = { path: string; text: string }
export type Program = { entry: string; files: ProgramFile[]; input: string }

/** What runs programs: TypeScript is JavaScript once its types are gone. */
export type Engine = 'javascript' | 'python' | 'sql'

/** How long a program may run, in milliseconds; loading the language is not counted. */
export const limitMs: Record<Engine, number> = { javascript: 10_000, python: 30_000, sql: 30_000 }
/** Characters that a program may write; what is left of a run's limit is for our own last line. */
export const maximumWritten = maximumRunOutput - 200
export const maximumTests = 200

export type ToFrame =
  | { type: 'prepare'; engine: Engine; script: string; assets: Record<string, ArrayBuffer> }
  | { type: 'run'; engine: Engine; program: Program; limitMs: number }
  | { type: 'stop' }
  | { type: 'ping' }
export type FromFrame =
  | { type: 'started' }
  | { type: 'alive' }
  | { type: 'output'; text: string }
  | { type: 'test'; test: RunTest }
  | { type: 'finished'; outcome: RunOutcome; durationMs: number }

export type ToWorker =
  | { type: 'load'; assets: Record<string, ArrayBuffer | WebAssembly.Module> }
  | { type: 'run'; program: Program }
export type FromWorker =
  | { type: 'ready' }
  | { type: 'output'; text: string }
  | { type: 'test'; test: RunTest }
  | { type: 'finished'; passed: boolean }

export type ToPreview = { type: 'show'; program: Program }
export type FromPreview = { type: 'output'; text: string } | { type: 'failed' } | { type: 'loaded' }

/** Names of the runtime files that an engine needs, as `scripts/bundle-runner.ts` writes them. */
export type RuntimeManifest = Record<Engine, { script: string; assets: Record<string, string> }>
