import type { Program } from '../protocol'
import { guardLoops } from './guard-loops'
import { joinPath } from './join-path'

const imageTypes: Record<string, string> = { svg: 'image/svg+xml' }

/**
 * The page with what it takes from other files of the room put inside it, for the frame cannot fetch:
 * stylesheets, scripts and SVG pictures. Modules find each other by an import map.
 * @param turn name of the global that ends loops which do not end by themselves.
 */
export function inlineFiles({ entry, files }: Program, turn: string): string {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const page = new DOMParser().parseFromString(texts.get(entry) ?? '', 'text/html')
  const textOf = (address: string | null) =>
    address === null || /^[a-z]+:|^\/\//i.test(address)
      ? undefined
      : texts.get(joinPath(entry, address.replace(/[?#].*$/, '')))

  for (const link of page.querySelectorAll('link[rel~="stylesheet"]')) {
    const text = textOf(link.getAttribute('href'))
    if (text === undefined) continue
    const style = page.createElement('style')
    style.textContent = text.replaceAll(/<\/style/gi, '<\\/style')
    link.replaceWith(style)
  }
  for (const script of page.querySelectorAll('script[src]')) {
    const text = textOf(script.getAttribute('src'))
    if (text === undefined) continue
    script.removeAttribute('src')
    script.textContent = text.replaceAll(/<\/script/gi, '<\\/script')
  }
  for (const script of page.querySelectorAll('script'))
    if (/^(|module|text\/javascript|application\/javascript)$/i.test(script.type))
      script.textContent = guardLoops(script.textContent ?? '', turn)
  for (const image of page.querySelectorAll('img[src]')) {
    const address = image.getAttribute('src') ?? ''
    const type = imageTypes[address.split('.').at(-1)?.toLowerCase() ?? '']
    const text = textOf(address)
    if (type && text !== undefined)
      image.setAttribute('src', `data:${type},${encodeURIComponent(text)}`)
  }
  page.head.prepend(importMap(page, files, turn))
  return `<!doctype html>${page.documentElement.outerHTML}`
}

function importMap(page: Document, files: Program['files'], turn: string): HTMLScriptElement {
  const modules = files.filter(({ path }) => /\.m?js$/.test(path))
  const script = page.createElement('script')
  script.type = 'importmap'
  const addresses = modules.map(({ path, text }) => [
    new URL(path, `${location.origin}/run-frame/`).href,
    URL.createObjectURL(new Blob([guardLoops(text, turn)], { type: 'text/javascript' })),
  ])
  script.textContent = JSON.stringify({ imports: Object.fromEntries(addresses) })
  return script
}
