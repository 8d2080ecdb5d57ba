import type { Sharp } from 'sharp'
import { Invalid } from '@/domain/errors'

/** What we draw anew. Everything else, SVG above all, is only ever downloaded. */
const drawn = new Set([
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
])
const readable = new Set(['png', 'jpeg', 'gif', 'webp', 'heif'])

/** A few kilobytes can unfold to gigabytes: what is larger than this is not unfolded. */
const mostPixels = 50_000_000
/** Of all frames together; of an animation beyond it, the first frame is kept. */
const mostMovingPixels = 60_000_000
const longestEdge = 4096
const thumbnailEdge = 640
const seconds = 30

export type DrawnPicture = { type: string; bytes: number; width: number; height: number }

/**
 * Draws a picture anew: what else its file carried (where it was taken, a program behind its last pixel) is
 * left behind. Animations become WebP. A small one for lists is drawn beside it.
 * @returns undefined when this is no picture that we draw, or nothing here can draw
 * @throws Invalid when it cannot be read, or has too many pixels
 */
export async function drawPicture(
  type: string,
  files: { from: string; picture: string; thumbnail: string },
): Promise<DrawnPicture | undefined> {
  if (!drawn.has(type)) return undefined
  const sharp = await loadSharp()
  if (!sharp) return undefined
  const options = { limitInputPixels: mostPixels, failOn: 'error' } as const
  try {
    const {
      format = '',
      pages = 1,
      width,
      height,
      pageHeight = height,
    } = await sharp(files.from, options).metadata()
    if (!readable.has(format)) return undefined
    if (width * pageHeight > mostPixels) throw tooLarge()
    const moves = pages > 1 && width * pageHeight * pages <= mostMovingPixels
    const source = sharp(files.from, {
      ...options,
      animated: moves,
      limitInputPixels: mostMovingPixels,
    })
    const edges = { fit: 'inside', withoutEnlargement: true } as const
    const picture = source
      .timeout({ seconds })
      .autoOrient()
      .resize({ width: longestEdge, height: longestEdge, ...edges })
    const made = await encode(picture, moves ? 'gif' : format).toFile(files.picture)
    await sharp(files.from, options)
      .timeout({ seconds })
      .autoOrient()
      .resize({ width: thumbnailEdge, height: thumbnailEdge, ...edges })
      .webp({ quality: 78 })
      .toFile(files.thumbnail)
    const kept = made.format === 'jpeg' || made.format === 'png' ? made.format : 'webp'
    return {
      type: `image/${kept}`,
      bytes: made.size,
      width: made.width,
      height: made.pageHeight ?? made.height,
    }
  } catch (error) {
    if (error instanceof Invalid) throw error
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw tooLarge()
    throw new Invalid('This picture is damaged. Open it, save it anew, and add it again.')
  }
}

const tooLarge = () =>
  new Invalid('This picture has more than 50 million pixels. Make it smaller, and add it again.')

function encode(picture: Sharp, format: string): Sharp {
  if (format === 'jpeg') return picture.jpeg({ quality: 86 })
  if (format === 'png') return picture.png()
  return picture.webp({ quality: 86 })
}

let loading: Promise<typeof import('sharp').default | undefined> | undefined

/** It is optional: where no binary exists for a machine, pictures are kept as files. */
function loadSharp() {
  loading ??= import('sharp').then(
    (found) => found.default,
    () => undefined,
  )
  return loading
}
