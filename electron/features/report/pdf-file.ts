/** A PDF as Chromium prints it (PDF 1.4): its objects, one after the other, and the table that says where each begins (ISO 32000-1 §7.5). */
export interface PrintedPdf {
  bytes: Buffer
  /** Where the table begins. */
  end: number
  /** The entries of the table by the number of the object, twenty bytes each. */
  entries: readonly string[]
  root: number
  info: number
}

const TRAILER = /trailer\s*<<\/Size (\d+)\s*\/Root (\d+) 0 R\s*\/Info (\d+) 0 R>>\s*startxref\s*(\d+)\s*%%EOF\s*$/
const ENTRY = 20

/** Reads where the objects of a printed PDF are, and no more. What no printer of ours writes is a bug and throws. */
export function readPrinted(bytes: Buffer): PrintedPdf {
  const [size, root, info, end] = bytes.subarray(-1024).toString('latin1').match(TRAILER)?.slice(1).map(Number) ?? []
  if (size === undefined || end === undefined) throw new TypeError('a printed page has another trailer')
  const head = `xref\n0 ${size}\n`
  const table = bytes.subarray(end, end + head.length + size * ENTRY).toString('latin1')
  if (!table.startsWith(head)) throw new TypeError('a printed page has another table')
  const entries = Array.from({ length: size }, (_none, number) => table.slice(head.length + number * ENTRY, head.length + (number + 1) * ENTRY))
  return { bytes, end, entries, root: root!, info: info! }
}

const startOf = ({ entries }: PrintedPdf, number: number) => Number(entries[number]!.slice(0, 10))

/** Where an object begins and where the next one does. */
function placeOf(pdf: PrintedPdf, number: number): [from: number, to: number] {
  const from = startOf(pdf, number)
  return [from, pdf.entries.reduce((next, _entry, other) => (startOf(pdf, other) > from ? Math.min(next, startOf(pdf, other)) : next), pdf.end)]
}

/** What stands in the dictionary of an object. */
export function dictionaryOf(pdf: PrintedPdf, number: number): string {
  const text = pdf.bytes.subarray(...placeOf(pdf, number)).toString('latin1')
  return text.slice(text.indexOf('<<') + 2, text.lastIndexOf('>>'))
}

/**
 * The same file with other objects in the place of some and new ones after the last; a number is that of the object, a text what stands between
 * `obj` and `endobj`. What was replaced is gone, and there is one table as if the file had been written so.
 */
export function rewritten(pdf: PrintedPdf, objects: ReadonlyMap<number, Buffer>, about: string): Buffer {
  const body = Buffer.from(pdf.bytes.subarray(0, pdf.end))
  const entries = [...pdf.entries]
  const pieces = [body]
  let at = body.length
  for (const [number, content] of objects) {
    if (number < pdf.entries.length) body.fill(' ', ...placeOf(pdf, number))
    entries[number] = `${String(at).padStart(10, '0')} 00000 n \n`
    const piece = Buffer.concat([Buffer.from(`${number} 0 obj\n`), content, Buffer.from('\nendobj\n')])
    at += piece.length
    pieces.push(piece)
  }
  const trailer = `trailer\n<</Size ${entries.length}\n/Root ${pdf.root} 0 R\n/Info ${pdf.info} 0 R\n${about}>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(`xref\n0 ${entries.length}\n${entries.join('')}${trailer}`)])
}
