import words from '../../resources/words-nl.json' with { type: 'json' }

/** The first 66 bits of a SHA-256 (hex) as six of 2,048 words, 11 bits each, big-endian: two people can compare a key by voice. */
export function sixWords(sha256: string): string[] {
  const bits = BigInt(`0x${sha256.slice(0, 18)}`) >> 6n
  return [5n, 4n, 3n, 2n, 1n, 0n].map((place) => words[Number((bits >> (place * 11n)) & 0x7ffn)]!)
}
