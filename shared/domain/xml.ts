/** What XML 1.0 cannot hold in any spelling: control characters and halves of characters. */
const UNWRITABLE = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
/** Most texts have nothing of it, and one look is enough for those. */
const ANY = /[\0-\x08\v-\x1F&<>"\uD800-\uDFFF\uFFFE\uFFFF]/
const SPECIAL = /[&<>"\r]/g
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** A text as it stands in XML 1.0, as content or between double quotes; what XML cannot hold becomes U+FFFD. */
export const inXml = (text: string): string =>
  ANY.test(text) ? text.replace(UNWRITABLE, '\uFFFD').replace(SPECIAL, (character) => ESCAPES[character]!) : text
