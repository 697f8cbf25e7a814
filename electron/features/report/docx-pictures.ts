import { sha256 } from '../../crypto/hash.ts'
import { emfOf } from './emf.ts'
import { type Element, elementsIn } from './tree.ts'

/** A picture of a page: what kind it is and its bytes, of a `data:` address. */
export function pictureIn({ attributes: { src = '' } }: Element): { type: string; bytes: Buffer } | null {
  const [, type, data] = src.match(/^data:image\/(jpeg|png|svg\+xml);base64,([A-Za-z0-9+/=]+)$/) ?? []
  return type === undefined ? null : { type, bytes: Buffer.from(data!, 'base64') }
}

/**
 * What the library is given instead of the bytes of a picture: it would hash and squeeze what is small already, which takes seconds for fifty photos. The bytes
 * come into their place afterwards.
 */
export const standInOf = ({ attributes: { src = '' } }: Element) => Buffer.from(`picture ${sha256(src)}`)

/** What stands in for a drawing as a word processor shows it that draws no SVG. */
export const metafileOf = ({ attributes: { src = '' } }: Element) => Buffer.from(`metafile ${sha256(src)}`)

/** The bytes of all pictures of a page by what stands in for them. */
export function picturesOn(node: Element): Map<string, Buffer> {
  const own = node.tag === 'img' ? pictureIn(node) : null
  return new Map([...(own ? bytesFor(node, own) : []), ...elementsIn(node).flatMap((child) => [...picturesOn(child)])])
}

function bytesFor(image: Element, { type, bytes }: NonNullable<ReturnType<typeof pictureIn>>): (readonly [string, Buffer])[] {
  const own = [standInOf(image).toString(), bytes] as const
  return type === 'svg+xml' ? [own, [metafileOf(image).toString(), emfOf(bytes.toString())]] : [own]
}

/** Whether these are the bytes of a metafile, which the library gave the name of another picture: it knows none. */
export const isMetafile = (bytes: Buffer) => bytes.subarray(40, 44).toString('latin1') === ' EMF'
