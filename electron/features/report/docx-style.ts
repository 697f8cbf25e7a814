import { AlignmentType, LevelFormat, LineRuleType } from 'docx'

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], textOf: (level: number) => string) => [0, 1, 2, 3, 4, 5].map((level) => ({
  level, format, text: textOf(level), alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
}))

export const NUMBERING = {
  config: [{ reference: 'list', levels: levels(LevelFormat.BULLET, () => '•') }, { reference: 'steps', levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) }],
}

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: '1D3F72', font: 'Calibri' }, paragraph: { spacing: { before, after: 100, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
})

/** The styles of a Word document; `language` is a tag such as nl-NL. */
export const stylesIn = (language: string) => ({
  default: {
    document: { run: { font: 'Calibri', size: 22, language: { value: language } }, paragraph: { spacing: { after: 120, line: 276 } } },
    title: heading(52, 0), heading1: heading(32, 480), heading2: heading(26, 320), heading3: heading(24, 280), heading4: heading(22, 200),
  },
  paragraphStyles: [
    { id: 'Concept', name: 'Concept', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { after: 240 } } },
    { id: 'ContentsHeading', name: 'Contents heading', basedOn: 'Normal', run: { bold: true, size: 28 }, paragraph: { spacing: { before: 480, after: 120 }, keepNext: true } },
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 20 }, paragraph: { spacing: { after: 0, line: 252 } } },
    { id: 'Fact', name: 'Fact', basedOn: 'Normal', paragraph: { spacing: { after: 60 } } },
    { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { italics: true, color: '454C56' }, paragraph: { spacing: { before: 160, after: 60 } } },
    { id: 'Mark', name: 'Mark', basedOn: 'Normal', run: { size: 16, color: '454C56' }, paragraph: { spacing: { after: 0 } } },
  ],
  characterStyles: [{ id: 'Unseen', name: 'Unseen', run: { font: 'Consolas', color: '454C56' } }],
})
