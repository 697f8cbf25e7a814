import type { ArchiveTerms } from './archive-terms.ts'
import { inXml } from './xml.ts'

/** An element with its children in the order in which MDTO wants them; null where there is nothing to say. */
type Element = readonly [name: string, content: string | readonly (Element | null)[]] | null

/** A file as the archive takes it in; `format` is a code and a name out of PRONOM (The National Archives). */
export interface ArchivedFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly format: { readonly code: string; readonly label: string }
}

/** What an inspection says of itself in the archive; `by` is the moment of archiving. */
export interface Archived {
  readonly inspection: string
  readonly organisation: string
  readonly title: string
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly signedAt: string
  readonly at: string
  readonly files: readonly ArchivedFile[]
}

const PROGRAM = 'Veldtoets'
const identity = (id: string, source: string): Element => ['identificatie', [['identificatieKenmerk', id], ['identificatieBron', source]]]
const reference = (name: string, label: string, id: string | null = null, source: string = PROGRAM): Element => [name, [
  ['verwijzingNaam', label], id === null ? null : ['verwijzingIdentificatie', [['identificatieKenmerk', id], ['identificatieBron', source]]],
]]
const concept = (name: string, label: string, list: string, code: string | null = null): Element => [name, [
  ['begripLabel', label], code === null ? null : ['begripCode', code], reference('begripBegrippenlijst', list),
]]

/** MDTO of the inspection as a whole (Nationaal Archief, MDTO-XML 1.0.2). The mandatory terms must have been decided: `missingTermsOf`. */
export function mdtoOfInspection({ inspection, organisation, title, firstDay, lastDay, signedAt, files }: Archived, terms: ArchiveTerms): string {
  const { creator, appraisal, restriction, retention, category } = terms
  return documentOf(['informatieobject', [
    identity(inspection, PROGRAM),
    ['naam', `${title}: ${organisation}`],
    concept('aggregatieniveau', 'Dossier', 'Begrippenlijst Aggregatieniveau MDTO'),
    ['omschrijving', 'Het ondertekende inspectiebestand met het leesbare rapport.'],
    firstDay === null ? null : ['dekkingInTijd', [
      concept('dekkingInTijdType', 'Bezoek', 'Begrippenlijst Dekking in tijd MDTO'), ['dekkingInTijdBegindatum', firstDay], ['dekkingInTijdEinddatum', lastDay ?? firstDay],
    ]],
    ['taal', 'nl'],
    ['event', [concept('eventType', 'Ondertekening', 'Begrippenlijst Eventtype MDTO'), ['eventTijd', signedAt]]],
    concept('waardering', appraisal.label!, appraisal.list!, appraisal.code),
    retention === null ? null : ['bewaartermijn', [['termijnLooptijd', retention]]],
    category.label === null || category.list === null ? null : concept('informatiecategorie', category.label, category.list, category.code),
    ...files.map((file) => reference('heeftRepresentatie', file.name, file.sha256, 'SHA-256')),
    reference('archiefvormer', creator.name!, creator.id, creator.register ?? PROGRAM),
    ['beperkingGebruik', [
      concept('beperkingGebruikType', restriction.label!, restriction.list!, restriction.code),
      restriction.description === null ? null : ['beperkingGebruikNadereBeschrijving', restriction.description],
    ]],
  ]])
}

/** MDTO of one file of it. */
export function mdtoOfFile({ inspection, organisation, title, at }: Archived, { name, size, sha256, format }: ArchivedFile): string {
  return documentOf(['bestand', [
    identity(sha256, 'SHA-256'),
    ['naam', name],
    ['omvang', String(size)],
    concept('bestandsformaat', format.label, 'PRONOM', format.code),
    ['checksum', [concept('checksumAlgoritme', 'SHA-256', 'Begrippenlijst ChecksumAlgoritme MDTO'), ['checksumWaarde', sha256], ['checksumDatum', at]]],
    reference('isRepresentatieVan', `${title}: ${organisation}`, inspection),
  ]])
}

const documentOf = (element: Element) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<MDTO xmlns="https://www.nationaalarchief.nl/mdto">\n${written(element, '  ')}</MDTO>\n`

function written(element: Element, indent: string): string {
  if (element === null) return ''
  const [name, content] = element
  return typeof content === 'string'
    ? `${indent}<${name}>${inXml(content)}</${name}>\n`
    : `${indent}<${name}>\n${content.map((child) => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`
}
