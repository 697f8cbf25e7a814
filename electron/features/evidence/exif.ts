/** What a camera wrote into a photo, as far as anything is done with it. `takenAt` is to the minute, by the clock of the camera. */
export interface Exif {
  readonly orientation: number
  readonly takenAt: string | null
  readonly hasPlace: boolean
}

export const NO_EXIF: Exif = { orientation: 1, takenAt: null, hasPlace: false }

const TAG = { orientation: 0x0112, details: 0x8769, place: 0x8825, takenAt: 0x9003 } as const
const SHORT = 3

/** Reads the TIFF structure of Exif 2.32 (CIPA DC-008) after its six bytes "Exif\0\0"; what leads outside the bytes is left out. */
export function exifOf(bytes: Uint8Array): Exif {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const mark = bytes.length < 8 ? 0 : view.getUint16(0)
  if (mark !== 0x4949 && mark !== 0x4d4d) return NO_EXIF
  const little = mark === 0x4949
  const first = entriesOf(view, view.getUint32(4, little), little)
  const [orientation, details] = [first.get(TAG.orientation), first.get(TAG.details)]
  const taken = details && entriesOf(view, view.getUint32(details + 8, little), little).get(TAG.takenAt)
  const turned = orientation && view.getUint16(orientation + 2, little) === SHORT ? view.getUint16(orientation + 8, little) : 1
  return {
    orientation: turned >= 1 && turned <= 8 ? turned : 1,
    takenAt: taken ? momentAt(bytes, view.getUint32(taken + 8, little)) : null,
    hasPlace: first.has(TAG.place),
  }
}

/** Where each entry of a directory starts, by its tag. */
function entriesOf(view: DataView, at: number, little: boolean): Map<number, number> {
  const entries = new Map<number, number>()
  if (at + 2 > view.byteLength) return entries
  const count = view.getUint16(at, little)
  for (let entry = at + 2; entry + 12 <= Math.min(view.byteLength, at + 2 + count * 12); entry += 12) entries.set(view.getUint16(entry, little), entry)
  return entries
}

/** `2016:05:03 14:05:59` as `2016-05-03T14:05`. */
function momentAt(bytes: Uint8Array, at: number): string | null {
  const text = Buffer.from(bytes.subarray(at, at + 19)).toString('latin1')
  const [, year, month, day, hour, minute] = text.match(/^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):\d\d$/) ?? []
  const moment = `${year}-${month}-${day}T${hour}:${minute}`
  const date = new Date(`${moment}Z`)
  return year !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(moment) ? moment : null
}

/** The segment APP1 of a JPEG that says only how to hold the photo. */
export function orientationSegment(orientation: number): Uint8Array {
  const exif = Buffer.from('ffe10022457869660000' + '4d4d002a00000008' + '0001' + '0112000300000001' + '00010000' + '00000000', 'hex')
  exif.writeUInt16BE(orientation, 28)
  return exif
}
