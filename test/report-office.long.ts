import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { digestOfParagraph } from '../electron/features/word/block-part.ts'
import { digestOfText, readTag } from '../electron/features/word/block-tag.ts'
import { readWord } from '../electron/features/word/word-file.ts'
import { openMachine, openTestFolder } from './helpers/backend.ts'

vi.setConfig({ testTimeout: 600_000 })

const lacking = ['soffice', 'pdftotext', 'pdftoppm', 'pdfinfo', 'qpdf'].filter((program) => spawnSync(program, ['--version']).error !== undefined)
if (lacking.length > 0) console.warn(`Not tested with ${lacking.join(', ')}: not on this computer.`)

/** Where the pages as other programs show them are kept, to be looked at: dist is in no repository. */
const PICTURES = 'dist/office'

/** Each page of a PDF as a picture, in a size that can be read. */
function keepPictures(file: string, name: string): void {
  execFileSync('pdftoppm', ['-png', '-r', '70', file, join(PICTURES, name)])
}

test.skipIf(lacking.length > 0)('other programs read the report as it was written', async () => {
  const { api } = openMachine()
  const folder = openTestFolder()
  const file = (name: string) => join(folder, name)
  await api.workspace.openExample({})
  const { id } = (await api.inspection.list({})).find(({ kind }) => kind === 'retest')!
  for (const format of ['docx', 'pdf'] as const) await api.report.write({ inspection: id, format, file: file(`r.${format}`) })
  const convert = (to: string, out: string) =>
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to, '--outdir', file(out), file('r.docx')], { stdio: 'ignore' })

  // every text and every paragraph is as it was once LibreOffice has read and written them
  convert('docx', 'again')
  const { blocks, listed, outside, margins, source } = readWord(readFileSync(file('again/r.docx')))
  expect(source!.inspection).toBe(id)
  expect(blocks.length).toBeGreaterThan(50)
  expect(blocks).toHaveLength(listed!.blocks.length)
  expect(blocks.filter(({ tag, after }) => digestOfText(after) !== readTag(tag)!.text)).toEqual([])
  expect(outside.map(digestOfParagraph).sort()).toEqual(listed!.outside.toSorted())
  expect(margins.map(digestOfParagraph).filter((digest) => !listed!.margins!.includes(digest))).toEqual([])

  // contents list, captions, and the marks at the foot of each page
  convert('pdf:writer_pdf_Export', 'shown')
  const pages = execFileSync('pdftotext', ['-layout', file('shown/r.pdf'), '-']).toString().split('\f').slice(0, -1)
  expect(pages.length).toBeGreaterThan(5)
  for (const [at, page] of pages.entries()) expect(page).toContain(`Bladzijde ${at + 1} van ${pages.length}`)
  expect(pages[1]).toMatch(/^Inhoud\n[^]*\nBevindingen\n/)
  expect(pages.join('')).toContain('Oordelen bij criterium 1.1')

  rmSync(PICTURES, { recursive: true, force: true })
  mkdirSync(PICTURES, { recursive: true })
  keepPictures(file('shown/r.pdf'), 'word')
  keepPictures(file('r.pdf'), 'pdf')

  expect(execFileSync('qpdf', ['--check', file('r.pdf')]).toString()).toContain('No syntax or stream encoding errors found')
  expect(execFileSync('pdfinfo', [file('r.pdf')]).toString()).toMatch(/Title: +Inspectierapport Veilig Thuis Drenthe[^]*Tagged: +yes/)
})
