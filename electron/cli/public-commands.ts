import { dutchDayOf } from '../../shared/domain/dutch-day.ts'
import { ReportLanguage } from '../../shared/domain/report-text.ts'
import { type Answer, type Call, type Commands, optionIn, optionOf } from './command.ts'
import { refusedAs } from './sentence.ts'

/** What is asked of an adopted report and its public version. */
export const publicCommands: Commands = {
  adopt: {
    form: 'INSPECTION --workspace DIR --by FUNCTION [--on DAY] [--language nl|en|both]', opens: true, run: adopt,
    about: { nl: 'stelt het rapport vast zoals het nu is, ondertekend', en: 'adopts the report as it now stands, signed' },
  },
  public: {
    form: 'INSPECTION --workspace DIR --out FILE [--language nl|en] [--without-pdf]', opens: true, run: writePublic,
    about: { nl: 'schrijft de openbare versie van het vastgestelde rapport, met bewijs', en: 'writes the public version of the adopted report, with its proof' },
  },
}

async function adopt(call: Call): Promise<Answer> {
  const { api, host, args: [inspection = ''], run } = call
  const day = optionIn(call, 'on') ?? dutchDayOf(host.now())
  const asked = optionIn(call, 'language') ?? 'nl'
  const languages = asked === 'both' ? ReportLanguage.options : [asked as ReportLanguage]
  await api.publication.record({ inspection, languages, step: { kind: 'adopted', day, by: optionOf(call, 'by'), reason: null, ground: null } }, run)
  const adopted = (await api.publicVersion.adoptions({ inspection })).filter(({ language }) => languages.includes(language))
  return {
    good: true, json: { day, adoptions: adopted.map(({ language, sha256, words }) => ({ language, sha256, words })) },
    lines: adopted.map(({ language, sha256, words }) => `${language}  ${sha256}  ${words.join(' ')}`),
  }
}

async function writePublic(call: Call): Promise<Answer> {
  const { api, args: [inspection = ''], options, run } = call
  const file = optionOf(call, 'out')
  const language = (optionIn(call, 'language') ?? 'nl') as ReportLanguage
  const written = await api.publicVersion.write({ inspection, language, file, formats: options['without-pdf'] === true ? ['docx', 'md'] : ['docx', 'md', 'pdf'] }, run)
  return { good: true, json: { file, ...written }, lines: [`${file}  ${written.leftOut}`] }
}

/** Checks public versions, a line each. */
export async function verifyPublicVersions(call: Call): Promise<Answer> {
  const { api, args, language, run } = call
  const [root, crl] = [optionIn(call, 'trust'), optionIn(call, 'crl')]
  const checked: ({ file: string } & Awaited<ReturnType<typeof api.publicVersion.verify>>)[] = []
  for (const file of args) checked.push({ file, ...await api.publicVersion.verify({ file, root, crl }, run) })
  const lines = checked.map(({ file, failure, contents }) => {
    const told = contents && ['verified', contents.day, `${contents.adoptedBy.name}: “${contents.adoptedBy.statement}”`, contents.adoption]
    return [file, ...(told ?? [refusedAs(failure, language)])].join('  ')
  })
  return { good: checked.every(({ verified }) => verified), json: { verified: checked.every(({ verified }) => verified), files: checked }, lines }
}
