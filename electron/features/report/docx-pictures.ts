import { sha256 } from '../../crypto/hash.ts'
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

/** The bytes of all pictures of a page by what stands in for them. */
export function picturesOn(node: Element): Map<string, Buffer> {
  const own = node.tag === 'img' ? pictureIn(node) : null
  return new Map([...(own ? [[standInOf(node).toString(), own.bytes] as const] : []), ...elementsIn(node).flatMap((child) => [...picturesOn(child)])])
}
