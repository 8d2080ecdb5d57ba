import type { Extension } from '@codemirror/state'

/** What a file is called in words, and how its language is fetched: with its first file, not before. */
type Language = { name: string; load?: () => Promise<Extension> }

async function stream(
  name: 'go' | 'rust' | 'shell' | 'yaml' | 'toml' | 'ruby' | 'dockerFile' | 'java',
): Promise<Extension> {
  const { StreamLanguage } = await import('@codemirror/language')
  const parsers = {
    go: async () => (await import('@codemirror/legacy-modes/mode/go')).go,
    rust: async () => (await import('@codemirror/legacy-modes/mode/rust')).rust,
    shell: async () => (await import('@codemirror/legacy-modes/mode/shell')).shell,
    yaml: async () => (await import('@codemirror/legacy-modes/mode/yaml')).yaml,
    toml: async () => (await import('@codemirror/legacy-modes/mode/toml')).toml,
    ruby: async () => (await import('@codemirror/legacy-modes/mode/ruby')).ruby,
    dockerFile: async () => (await import('@codemirror/legacy-modes/mode/dockerfile')).dockerFile,
    java: async () => (await import('@codemirror/legacy-modes/mode/clike')).java,
  }
  return StreamLanguage.define(await parsers[name]())
}

const script = async (options: { jsx?: boolean; typescript?: boolean }) =>
  (await import('@codemirror/lang-javascript')).javascript(options)

const languages = {
  javascript: { name: 'JavaScript', load: () => script({ jsx: true }) },
  typescript: { name: 'TypeScript', load: () => script({ typescript: true }) },
  tsx: { name: 'TypeScript', load: () => script({ typescript: true, jsx: true }) },
  python: {
    name: 'Python',
    load: async () => (await import('@codemirror/lang-python')).python(),
  },
  sql: {
    name: 'SQL',
    load: async () => {
      const { PostgreSQL, sql } = await import('@codemirror/lang-sql')
      return sql({ dialect: PostgreSQL })
    },
  },
  html: { name: 'HTML', load: async () => (await import('@codemirror/lang-html')).html() },
  css: { name: 'CSS', load: async () => (await import('@codemirror/lang-css')).css() },
  json: { name: 'JSON', load: async () => (await import('@codemirror/lang-json')).json() },
  markdown: {
    name: 'Markdown',
    load: async () => (await import('@codemirror/lang-markdown')).markdown(),
  },
  go: { name: 'Go', load: () => stream('go') },
  rust: { name: 'Rust', load: () => stream('rust') },
  java: { name: 'Java', load: () => stream('java') },
  ruby: { name: 'Ruby', load: () => stream('ruby') },
  yaml: { name: 'YAML', load: () => stream('yaml') },
  toml: { name: 'TOML', load: () => stream('toml') },
  shell: { name: 'Shell', load: () => stream('shell') },
  dockerfile: { name: 'Dockerfile', load: () => stream('dockerFile') },
  plain: { name: 'Plain text' },
} satisfies Record<string, Language>

const endings: Record<string, keyof typeof languages> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  tsx: 'tsx',
  py: 'python',
  sql: 'sql',
  html: 'html',
  htm: 'html',
  css: 'css',
  json: 'json',
  md: 'markdown',
  go: 'go',
  rs: 'rust',
  java: 'java',
  rb: 'ruby',
  yml: 'yaml',
  yaml: 'yaml',
  toml: 'toml',
  sh: 'shell',
  bash: 'shell',
}

export function languageOf(path: string): Language {
  const name = path.split('/').at(-1)?.toLowerCase() ?? ''
  if (name === 'dockerfile') return languages.dockerfile
  return languages[endings[name.split('.').at(-1) ?? ''] ?? 'plain']
}
