import { type Content, html, type Language, Markup } from './markup.ts'
import { STYLE } from './style.ts'

/** Nothing in the file may run or fetch, whatever someone typed. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`

/** One page that needs nothing beside it, to read or to print. `style` is CSS of our own. */
export function pageOf(title: Content, main: Markup, style = STYLE, language: Language = 'nl'): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`.toString(language)
}
