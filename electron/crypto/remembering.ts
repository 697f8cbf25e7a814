/**
 * Gives the same answer to the same text without working it out again: thousands of bundles hang from a few certificates and frameworks. Only for what follows
 * from the text alone, and for answers that nobody alters. What was refused is worked out again; once `most` are held, all are forgotten.
 */
export function remembering<T>(most: number, workOut: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const held = known.get(text)
    if (held !== undefined) return held
    const answer = workOut(text)
    if (known.size >= most) known.clear()
    known.set(text, answer)
    return answer
  }
}
