import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.js'
import { Sentence } from './sentence.js'
import { usage } from './usage.js'

/** Runs one of our commands: help without installing, else install, then the TypeScript of its name. */
export async function command([name, ...args]) {
  process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
  try {
    const known = Object.hasOwn(usage, name) ? usage[name] : undefined
    if (!known) throw new Sentence(`There is no command "${name}".`)
    if (args.includes('--help') || args.includes('-h')) {
      console.log(known.text)
      return
    }
    const wrong = args.find((arg) => !known.flags.includes(arg) && !known.values?.test(arg))
    if (wrong) throw new Sentence(`There is no flag "${wrong}": see --help.`)
    await install()
    const { register } = await import('tsx/esm/api')
    register()
    const module = await import(`./${name}.ts`)
    await module[name](args)
  } catch (error) {
    console.error(error instanceof Sentence ? error.message : error)
    process.exitCode = 1
  }
  // Work that was interrupted may still hold a timer or a socket; let the output through first.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()))
}
