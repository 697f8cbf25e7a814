/**
 * A chart of ours (`chartSvg`) as an Enhanced Metafile ([MS-EMF]), for word processors that draw no SVG. One unit is a twentieth of a point; it has the boxes
 * and the texts of the drawing and nothing else.
 */
export function emfOf(svg: string): Buffer {
  const [, width = '0', height = '0'] = svg.match(/^<svg [^>]*width="([\d.]+)" height="([\d.]+)"/) ?? []
  const drawn = [...svg.matchAll(/<rect ([^>]*)\/>|<text ([^>]*)>([^<]*)<\/text>/g)].flatMap(([, box, place, said]) => (
    box === undefined ? textAt(numbersIn(place!), /bold/.test(place!), plain(said!)) : boxAt(numbersIn(box), /fill="#ffffff"/.test(box))))
  return whole([...SETTINGS, ...drawn, record(14, [0, 16, 20])], UNIT * Number(width), UNIT * Number(height))
}

const UNIT = 20
const INK = 0x211d1a // blue, green, red
const FILL = 0x723f1d

const record = (type: number, values: readonly number[], tail: Buffer = Buffer.alloc(0)): Buffer => {
  const head = Buffer.alloc(8 + 4 * values.length)
  head.writeUInt32LE(type, 0)
  head.writeUInt32LE(head.length + tail.length, 4)
  values.forEach((value, index) => head.writeInt32LE(value, 8 + 4 * index))
  return Buffer.concat([head, tail])
}

/** Objects by number: 1 pen, 2 the fill of what is met, 3 of what is not, 4 the font, 5 the same in bold. */
const SETTINGS: readonly Buffer[] = [
  record(18, [1]), record(22, [24]), record(24, [INK]), // nothing behind texts; they stand on their base line
  record(38, [1, 0, UNIT, 0, INK]), record(39, [2, 0, FILL, 0]), record(39, [3, 0, 0xffffff, 0]), record(82, [4], fontOf(400)), record(82, [5], fontOf(700)),
  record(37, [1]),
]

/** A font of 9 points ([MS-EMF] 2.2.13 and 2.2.16). */
function fontOf(weight: number): Buffer {
  const font = Buffer.alloc(320)
  font.writeInt32LE(-9 * UNIT, 0)
  font.writeInt32LE(weight, 16)
  font.writeUInt8(1, 23)
  font.write('Arial', 28, 'utf16le')
  return font
}

const boxAt = ({ x = 0, y = 0, width = 0, height = 0 }: Numbers, isOpen: boolean) =>
  [record(37, [isOpen ? 3 : 2]), record(43, [x, y, x + width, y + height])]

/** A text at its own spacing: its table of steps is left out (offset 0). */
function textAt({ x = 0, y = 0 }: Numbers, isBold: boolean, said: string): Buffer[] {
  const text = Buffer.alloc(Math.ceil(said.length / 2) * 4)
  text.write(said, 'utf16le')
  return [record(37, [isBold ? 5 : 4]), record(84, [0, 0, -1, -1, 2, 0, 0, x, y, said.length, 76, 0, 0, 0, -1, -1, 0], text)]
}

type Numbers = Readonly<Record<string, number | undefined>>
const numbersIn = (attributes: string): Numbers =>
  Object.fromEntries([...attributes.matchAll(/(?<![a-z-])([a-z]+)="([\d.]+)"/g)].map(([, name, value]) => [name!, Math.round(UNIT * Number(value))]))

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const plain = (text: string) => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]!)

/** With the head ([MS-EMF] 2.3.4.2) that tells how large it is, on paper in hundredths of a millimetre. */
function whole(records: readonly Buffer[], width: number, height: number): Buffer {
  const [DEVICE, MILLIMETERS] = [14_400, 254] // 1440 units to an inch
  const onPaper = (units: number) => Math.round(units * MILLIMETERS * 100 / DEVICE)
  const bytes = 88 + records.reduce((sum, { length }) => sum + length, 0)
  const handles = 6
  return Buffer.concat([record(1, [
    0, 0, width, height, 0, 0, onPaper(width), onPaper(height), 0x464d4520, 0x10000, bytes, records.length + 1, handles, 0, 0, 0, DEVICE, DEVICE, MILLIMETERS, MILLIMETERS,
  ]), ...records])
}
