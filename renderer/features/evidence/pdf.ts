import { getDocument, PDFDataRangeTransport, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** What a page is drawn on at most, in pixels: a file says itself how large its pages are. */
const MOST_PIXELS = 16_000_000
const PIECE = 256 * 1024

/** What the reader may ask for beside the file: decoders of scans, and letters for files that bring none. */
const PARTS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(
  import.meta.glob<string>(['../../../node_modules/pdfjs-dist/wasm/*.wasm', '../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}'], { query: '?url', import: 'default', eager: true }),
).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]))

/** Reads parts here and hands them over, so that the worker itself need not be able to ask for anything. */
class Parts {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = PARTS[filename]
    if (address === undefined) throw new Error(filename)
    return new Uint8Array(await (await fetch(address)).arrayBuffer())
  }
}

/** The pieces of the file that are asked for, and no more. */
class Pieces extends PDFDataRangeTransport {
  readonly #address: string
  constructor(address: string, size: number) {
    super(size, null)
    this.#address = address
  }

  override async requestDataRange(begin: number, end: number): Promise<void> {
    const piece = await fetch(this.#address, { headers: { range: `bytes=${begin}-${end - 1}` } })
    this.onDataRange(begin, new Uint8Array(await piece.arrayBuffer()))
  }
}

/** The only script address that the policy of the page lets be made: that of the worker. */
const policy = window.trustedTypes?.createPolicy('pdf-worker', { createScriptURL: () => workerAddress })

/** A PDF file that is open: its pages as pictures and as text. Nothing in it runs, links or is filled in. */
export interface Pdf {
  readonly pages: number
  /** Draws a page, so wide in pixels of the screen; what was being drawn there before stops. */
  draw(page: number, width: number, canvas: HTMLCanvasElement): Promise<void>
  textOf(page: number): Promise<string>
  close(): void
}

/** Opens a file in a worker of its own, which ends with `close` whatever the file makes of it. Refuses what is broken or asks for a password. */
export async function openPdf(address: string, size: number): Promise<Pdf> {
  const thread = new Worker(policy?.createScriptURL('') ?? workerAddress, { type: 'module' })
  const worker = PDFWorker.create({ port: thread })
  const task = getDocument({
    worker, range: new Pieces(address, size), rangeChunkSize: PIECE, disableStream: true, disableAutoFetch: true, BinaryDataFactory: Parts, useWorkerFetch: false,
    standardFontDataUrl: 'letters/', wasmUrl: 'decoders/', useSystemFonts: false, isEvalSupported: false, enableXfa: false, maxImageSize: 100_000_000, verbosity: 0,
  })
  const close = () => {
    void task.destroy().catch(() => {}) // the thread may not answer any more
    thread.terminate()
  }
  try {
    const broken = new Promise<never>((_done, refuse) => thread.addEventListener('error', () => refuse(new Error('worker'))))
    return opened(await Promise.race([task.promise, broken]), close)
  } catch (error) {
    close()
    throw error
  }
}

function opened(document: PDFDocumentProxy, close: () => void): Pdf {
  let drawing: { cancel: () => void } | null = null
  return {
    pages: document.numPages,
    draw: async (number, width, canvas) => {
      drawing?.cancel()
      const page = await document.getPage(number)
      const whole = page.getViewport({ scale: 1 })
      const scale = Math.min(width / whole.width, Math.sqrt(MOST_PIXELS / (whole.width * whole.height)))
      const viewport = page.getViewport({ scale })
      const [across, down] = [Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height))]
      const picture = new OffscreenCanvas(across, down) // shown when it is whole, so that pages do not flicker
      const task = page.render({ canvas: null, canvasContext: picture.getContext('2d') as unknown as CanvasRenderingContext2D, viewport })
      drawing = task
      await task.promise
      Object.assign(canvas, { width: across, height: down })
      canvas.getContext('2d')!.drawImage(picture, 0, 0)
    },
    textOf: async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent()
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    },
    close,
  }
}
