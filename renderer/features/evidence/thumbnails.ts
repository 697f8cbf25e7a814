import { api } from '../../api.ts'

const WIDTH = 240
const AT_ONCE = 3

/** Small pictures of large ones, made in the page from the unsealed stream and kept in its memory only, until they are forgotten. */
export interface Thumbnails {
  /** An address of the picture; null where there is none to see. */
  get(evidence: string): Promise<string | null>
  forget(): void
}

export function createThumbnails(inspection: string): Thumbnails {
  const made = new Map<string, Promise<string | null>>()
  const waiting: (() => void)[] = []
  let [running, forgotten] = [0, false]

  const make = async (evidence: string) => {
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
    running++
    try {
      const address = forgotten ? null : await draw(inspection, evidence)
      if (address !== null && forgotten) URL.revokeObjectURL(address)
      return forgotten ? null : address
    } catch {
      return null // what cannot be decoded is shown as a file
    } finally {
      running--
      waiting.shift()?.()
    }
  }
  return {
    get: (evidence) => {
      const known = made.get(evidence) ?? make(evidence)
      made.set(evidence, known)
      return known
    },
    forget: () => {
      forgotten = true
      for (const one of made.values()) void one.then((address) => address !== null && URL.revokeObjectURL(address))
      made.clear()
    },
  }
}

async function draw(inspection: string, evidence: string): Promise<string | null> {
  const { handle } = await api.evidence.view({ inspection, evidence })
  if (handle === null) return null
  const picture = await (await fetch(`/evidence/${handle}`)).blob()
  const bitmap = await createImageBitmap(picture, { resizeWidth: WIDTH, resizeQuality: 'medium', imageOrientation: 'from-image' })
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
  bitmap.close()
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 }))
}
