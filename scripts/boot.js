// The first thing that runs: Node alone, and only syntax that an old Node can read.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(
    `Prajix needs Node 20.9 or newer, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org and try again.`,
  )
  process.exit(1)
}
void import('./command.js').then((module) => module.command(process.argv.slice(2)))
