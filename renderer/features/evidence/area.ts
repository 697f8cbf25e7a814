/** A part of a picture in percent of its width and height. */
export interface Area {
  left: number
  top: number
  width: number
  height: number
}

export const WHOLE: Area = { left: 25, top: 25, width: 50, height: 50 }

/** The part between two points, each in percent. */
export function between([a, b]: readonly [number, number], [c, d]: readonly [number, number]): Area {
  const within = (value: number) => Math.round(Math.min(100, Math.max(0, value)))
  const [left, right, top, bottom] = [within(Math.min(a, c)), within(Math.max(a, c)), within(Math.min(b, d)), within(Math.max(b, d))]
  return { left, top, width: right - left, height: bottom - top }
}

/** Whether something lies in the part, and nothing outside the picture. */
export const isArea = ({ left, top, width, height }: Area) =>
  left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= 100 && top + height <= 100

/** Draws a picture upright on a canvas of its own size. */
export function upright(picture: ImageBitmap, rotation: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const turned = rotation % 180 !== 0
  canvas.width = turned ? picture.height : picture.width
  canvas.height = turned ? picture.width : picture.height
  const pen = canvas.getContext('2d')!
  pen.translate(canvas.width / 2, canvas.height / 2)
  pen.rotate((rotation * Math.PI) / 180)
  pen.drawImage(picture, -picture.width / 2, -picture.height / 2)
  return canvas
}

export type Edit = 'crop' | 'mark' | 'cover'

/** The picture with one part cut out, framed or covered, as another canvas: what is covered is in it no more. */
export function edited(from: HTMLCanvasElement, edit: Edit, area: Area): HTMLCanvasElement {
  const [x, y, width, height] = [area.left * from.width, area.top * from.height, area.width * from.width, area.height * from.height]
    .map((value) => Math.round(value / 100)) as [number, number, number, number]
  const canvas = document.createElement('canvas')
  canvas.width = edit === 'crop' ? Math.max(1, width) : from.width
  canvas.height = edit === 'crop' ? Math.max(1, height) : from.height
  const pen = canvas.getContext('2d')!
  pen.drawImage(from, edit === 'crop' ? -x : 0, edit === 'crop' ? -y : 0)
  if (edit === 'cover') pen.fillRect(x, y, width, height)
  pen.strokeStyle = '#d4001a'
  pen.lineWidth = Math.max(3, Math.round(from.width / 200))
  if (edit === 'mark') pen.strokeRect(x, y, width, height)
  return canvas
}
