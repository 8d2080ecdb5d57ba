import { type Transform, transform } from 'sucrase'
import type { ProgramFile } from '../protocol'
import { joinPath } from './join-path'

type Module = { exports: Record<string, unknown> }
type Require = (specifier: string) => unknown

const endings = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.json', '/index.ts', '/index.js']

function find(files: Map<string, string>, from: string, specifier: string): string {
  if (!/^\.{0,2}\//.test(specifier))
    throw new Error(
      `"${specifier}" is not a file of this room. Packages cannot be imported here; import files as "./name.js".`,
    )
  const path = joinPath(from, specifier)
  // TypeScript names the file that a compiler would write.
  const bare = path.replace(/\.(js|jsx|mjs)$/, '')
  const found = [...endings.map((ending) => path + ending), `${bare}.ts`, `${bare}.tsx`].find(
    (each) => files.has(each),
  )
  if (found === undefined)
    throw new Error(`${from} imports "${specifier}", but there is no ${path}.`)
  return found
}

function compile(path: string, text: string): string {
  const transforms: Transform[] = ['imports']
  if (/\.tsx?$/.test(path)) transforms.push('typescript')
  if (/\.(jsx|tsx)$/.test(path)) transforms.push('jsx')
  try {
    return transform(text, {
      transforms,
      filePath: path,
      disableESTransforms: true,
      production: true,
    }).code
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new SyntaxError(message.replace(/^Error transforming .*?: /, `${path}: `))
  }
}

/**
 * Runs the entry file and what it imports. The entry may await at its top level; files that it imports
 * may not, for they may import each other in a circle.
 */
export async function loadModules(files: ProgramFile[], entry: string): Promise<void> {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const modules = new Map<string, Module>()
  // Indirect: the code sees the worker's globals and nothing of ours. Lines keep their numbers.
  // biome-ignore lint/security/noGlobalEval: running people's code is what this worker is there for.
  const evaluate = globalThis.eval
  const make = (path: string, awaits: boolean) => {
    const code = compile(path, texts.get(path) ?? '')
    return evaluate(
      `(${awaits ? 'async ' : ''}function (require, module, exports) {${code}\n})\n//# sourceURL=${path.replaceAll(/\s/g, '%20')}`,
    ) as (require: Require, module: Module, exports: Module['exports']) => Promise<void> | undefined
  }
  const requireFrom =
    (from: string): Require =>
    (specifier) => {
      const path = find(texts, from, specifier)
      const known = modules.get(path)
      if (known) return known.exports
      const module: Module = { exports: {} }
      modules.set(path, module)
      if (path.endsWith('.json')) {
        const value: unknown = JSON.parse(texts.get(path) ?? '')
        module.exports = { __esModule: true, default: value }
      } else void make(path, false)(requireFrom(path), module, module.exports)
      return module.exports
    }
  const main: Module = { exports: {} }
  modules.set(entry, main)
  await make(entry, true)(requireFrom(entry), main, main.exports)
}
