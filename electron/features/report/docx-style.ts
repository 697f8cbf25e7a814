import { AlignmentType, BorderStyle, type ITableBordersOptions, LevelFormat, LineRuleType, ShadingType, TabStopType } from 'docx'

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], textOf: (level: number) => string) => [0, 1, 2, 3, 4, 5].map((level) => ({
  level, format, text: textOf(level), alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
}))

export const NUMBERING = {
  config: [{ reference: 'list', levels: levels(LevelFormat.BULLET, () => '•') }, { reference: 'steps', levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) }],
}

/** The width of the text, in twentieths of a point. */
export const TEXT_WIDTH = 9638
/** A font that Word, LibreOffice (as Liberation Sans) and the printed page all have in the same widths. */
const FONT = 'Arial'
const INK = '1A1D21'

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: '1D3F72', font: FONT }, paragraph: { spacing: { before, after: 100, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
})

const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, space: 0, color })
const boxed = { ...line(8, INK), space: 6 }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Lines below rows and none between columns, as on the page. */
export const TABLE_LINES: ITableBordersOptions = { top: NO_LINE, left: NO_LINE, right: NO_LINE, insideVertical: NO_LINE, bottom: line(4, 'B9C0C9'), insideHorizontal: line(4, 'B9C0C9') }
/** Parts a head or a foot from the rows. */
export const STRONG_LINE = line(12, INK)

/**
 * The styles of a Word document; `language` is a tag such as nl-NL. A title page has its title lower and larger. How lines are counted is always said: LibreOffice
 * takes a height without that as exact, and cuts pictures off.
 */
export const stylesIn = (language: string, hasTitlePage: boolean) => ({
  default: {
    document: { run: { font: FONT, size: 20, language: { value: language } }, paragraph: { spacing: { after: 120, line: 280, lineRule: LineRuleType.AUTO } } },
    title: hasTitlePage ? heading(52, 2600) : heading(36, 240), heading1: heading(32, 440), heading2: heading(25, 320), heading3: heading(22, 280), heading4: heading(20, 200),
  },
  paragraphStyles: [
    { id: 'Concept', name: 'Concept', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { after: 240 }, border: { top: boxed, bottom: boxed, left: boxed, right: boxed } } },
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 23 } },
    { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 18, color: '454C56' } },
    { id: 'ContentsHeading', name: 'Contents heading', basedOn: 'Normal', run: { bold: true, size: 28 }, paragraph: { spacing: { before: 0, after: 160 }, keepNext: true } },
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } } },
    { id: 'Fact', name: 'Fact', basedOn: 'Normal', paragraph: { spacing: { after: 80 } } },
    { id: 'Term', name: 'Term', basedOn: 'Normal', paragraph: { spacing: { before: 100, after: 20 }, keepNext: true } },
    { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { italics: true, size: 18, color: '454C56' }, paragraph: { spacing: { before: 120, after: 80 } } },
    { id: 'Gap', name: 'Gap', basedOn: 'Normal', run: { size: 8 }, paragraph: { spacing: { after: 0, line: 160, lineRule: LineRuleType.EXACT } } },
    { id: 'Mark', name: 'Mark', basedOn: 'Normal', run: { size: 13, color: '454C56' }, paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO }, tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }] } },
  ],
  characterStyles: [
    { id: 'Unseen', name: 'Unseen', run: { font: 'Consolas', color: '454C56' } },
    { id: 'Sign', name: 'Sign', run: { bold: true, border: line(6, INK) } },
    { id: 'SignMet', name: 'Sign met', run: { bold: true, color: 'FFFFFF', border: line(6, INK), shading: { type: ShadingType.CLEAR, fill: INK, color: 'auto' } } },
  ],
})
