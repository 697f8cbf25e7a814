const ENOUGH_CHARACTERS = 14
const ENOUGH_WORDS = 5

/** How strong a passphrase is by the rule that the backend holds it to, and what is still missing: that many characters, or words. */
export function strengthOf(passphrase: string) {
  const text = passphrase.normalize('NFC')
  const characters = ENOUGH_CHARACTERS - [...text].length
  const words = ENOUGH_WORDS - new Set(text.toLowerCase().match(/\p{L}{2,}/gu)).size
  const strength = characters > 0 && words > 0 ? 'weak' : characters <= -10 || words <= -1 ? 'strong' : 'enough'
  return { strength, characters, words } as const
}
