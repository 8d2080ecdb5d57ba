import localFont from 'next/font/local'

export const display = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--face-display',
  display: 'swap',
})
export const text = localFont({
  src: '../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--face-text',
  display: 'swap',
})
export const code = localFont({
  src: '../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--face-code',
  display: 'swap',
  // Only rooms and code blocks need it at once; elsewhere it may come later.
  preload: false,
})
