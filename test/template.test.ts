import fc from 'fast-check'
import { expect, test } from 'vitest'
import dutch from '../resources/templates/nl/report.json' with { type: 'json' }
import english from '../resources/templates/en/report.json' with { type: 'json' }
import { REPORT_PARTS } from '../shared/domain/report-template.ts'
import { fill, parseTemplate } from '../shared/domain/template.ts'
import { AppError } from '../shared/errors.ts'

const PARTS = { motto: ['organisation'], summary: ['organisation', 'met'] }
const faultOf = (text: string) => {
  try {
    parseTemplate(text, PARTS)
    return null
  } catch (error) {
    return error instanceof AppError ? [error.failure.code, (error.failure.details as { line?: number }).line] : error
  }
}

test('places are filled with what they name, and a line with nothing to say is left out', () => {
  expect(fill('{organisation} voldoet.\nDat is {met} van 24.\n\nEinde {{zo}}.', { organisation: 'Veilig Thuis', met: '' })).toBe('Veilig Thuis voldoet.\n\nEinde {zo}.')
  expect(fill('{a} en {a}', { a: '{b}' })).toBe('{b} en {b}')
  expect(() => fill('een\n{onbekend}', { a: 'x' })).toThrow('template-place-unknown')
})

test('any text without braces stays as it is, and what a person recorded is never read as a template', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 80 }).filter((said) => !/[{}]/.test(said))
  fc.assert(fc.property(text, fc.string({ minLength: 1, maxLength: 40 }), (said, recorded) => {
    const tidy = (all: string) => all.replace(/\n{3,}/g, '\n\n').trim()
    expect(fill(said, {})).toBe(tidy(said))
    expect(fill(`${said}{place}`, { place: recorded })).toBe(tidy(`${said}${recorded}`))
  }))
})

test('a template is read by its parts, notes left out', () => {
  expect(parseTemplate('\ufeff# noot\r\n\r\n[motto]\r\nVoor {organisation}\r\n# nog een\r\n\r\n[summary]\r\n', PARTS)).toEqual({ motto: 'Voor {organisation}', summary: '' })
})

test('each fault is refused with its line', () => {
  expect(faultOf('tekst\n[motto]')).toEqual(['template-outside', 1])
  expect(faultOf('[motto]\n[mottto]')).toEqual(['template-part-unknown', 2])
  expect(faultOf('[motto]\n\n[motto]')).toEqual(['template-part-twice', 3])
  expect(faultOf('[motto]\n{met}')).toEqual(['template-place-unknown', 2])
  expect(faultOf('[motto]\ngoed\n{organisation')).toEqual(['template-brace', 3])
  expect(faultOf('[motto]\n}')).toEqual(['template-brace', 2])
  expect(faultOf('x'.repeat(200_001))).toEqual(['template-too-long', undefined])
})

test('the templates that come along name every part, in both languages with the same places in each', () => {
  const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  const [nl, en] = [dutch, english].map((lines) => parseTemplate(lines.join('\n'), REPORT_PARTS))
  for (const part of Object.keys(REPORT_PARTS) as (keyof typeof REPORT_PARTS)[]) {
    expect(nl![part], part).toBeDefined()
    expect(placesIn(nl![part]!), part).toEqual(placesIn(en![part]!))
  }
})
