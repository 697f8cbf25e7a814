import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import en from '../renderer/i18n/en.json' with { type: 'json' }
import nl from '../renderer/i18n/nl.json' with { type: 'json' }

type Texts = { [key: string]: string | Texts }
const keysOf = (texts: Texts, under = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) => (typeof text === 'string' ? [under + key] : keysOf(text, `${under}${key}.`)))

/** What a text is asked by: without the number that i18next chooses by. */
const askedBy = (key: string) => key.replace(/_(zero|one|other)$/, '')

const SOURCES = globSync('renderer/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8')).join('\n')

/** Every text between quotes that looks like a key. In what is put together each hole stands for some part of a name. */
function askedIn(source: string): (key: string) => boolean {
  const whole = new Set([...source.matchAll(/['"]([a-zA-Z]+(?:\.[\w-]+)+)['"]/g)].map(([, key]) => key))
  const parts = [...source.matchAll(/`([a-zA-Z]+\.[^`\s]*\$\{[^`]*)`/g)].map(([, key]) =>
    new RegExp(`^${key!.split(/\$\{[^}]*\}/).map((text) => text.replaceAll('.', '\\.')).join('[\\w.-]+')}$`))
  return (key) => whole.has(key) || parts.some((part) => part.test(key))
}

test('both languages have the same texts', () => {
  expect(keysOf(en)).toEqual(keysOf(nl))
})

test('every text stands on some screen', () => {
  const isAsked = askedIn(SOURCES)
  expect([...new Set(keysOf(nl).map(askedBy))].filter((key) => !isAsked(key))).toEqual([])
})

test('a text that no screen asks is found', () => {
  const isAsked = askedIn(`t('status.ready') t(\`kind.\${kind}\`) t(\`gate.\${code}-hint\`)`)
  expect(['status.ready', 'kind.first', 'gate.differences-hint'].filter(isAsked)).toHaveLength(3)
  expect(['status.saved', 'kinds.first', 'gate.differences', 'status.ready.more'].filter(isAsked)).toEqual([])
})
