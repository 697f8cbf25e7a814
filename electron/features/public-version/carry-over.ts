import { carriedBetween } from '../../../shared/domain/redaction-carry.ts'
import type { Redaction } from '../../../shared/domain/redaction.ts'
import { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context } from '../../context.ts'
import { addAsked, addRedaction, findAdoption, listAsked, listRedactions, type StoredAdoption } from './repository.ts'

/**
 * What earlier adoptions of a report left out stays out of a later one: where the text stands unaltered it is left out there too, where it does not a person is asked.
 * `earlier` are the newest from before the later one was added; one in the other language tells nothing new where both are of one hand-over.
 */
export function carryOver(context: Context, earlier: readonly StoredAdoption[], later: StoredAdoption): void {
  const own = earlier.find(({ statement }) => statement.language === later.statement.language)
  for (const one of earlier.filter((other) => other === own || other.statement.manifest !== own?.statement.manifest)) {
    const asked = listAsked(context.db, one.sha256).filter(({ answer }) => answer === null)
    carryTo(context, one, listRedactions(context.db, one.sha256), later)
    for (const { earlier: of, ...question } of asked) ask(context, of, question, later)
  }
}

/** The newest adoptions of a report, one for each language in which there is one. */
export const newestAdoptions = ({ db }: Pick<Context, 'db'>, inspection: string): StoredAdoption[] =>
  ReportLanguage.options.flatMap((language) => findAdoption(db, inspection, language) ?? [])

/** What is left out of a report is left out of the same report in the other language too. */
export function carryToSibling(context: Context, adoption: StoredAdoption, redactions: readonly Redaction[]): void {
  const { statement: { inspection, manifest }, sha256 } = adoption
  const siblings = newestAdoptions(context, inspection).filter((one) => one.sha256 !== sha256 && one.statement.manifest === manifest)
  for (const sibling of siblings) carryTo(context, adoption, redactions, sibling)
}

function carryTo(context: Context, from: StoredAdoption, redactions: readonly Redaction[], to: StoredAdoption): void {
  if (redactions.length === 0) return
  const placeOf = carriedBetween(from.page.fragments, to.page.fragments)
  const known = new Set(listRedactions(context.db, to.sha256).map(keyOf))
  for (const redaction of redactions) {
    const fragment = placeOf(redaction.fragment)
    if (fragment === null) ask(context, from.sha256, redaction, to)
    else if (!known.has(keyOf({ ...redaction, fragment }))) leaveOut(context, to, { ...redaction, fragment })
  }
}

const keyOf = ({ fragment, from, to, ground }: Pick<Redaction, 'fragment' | 'from' | 'to' | 'ground'>) => `${fragment} ${from} ${to} ${ground}`

/** Leaves a passage out, under an id of its own, as whoever now decides it. */
export function leaveOut(context: Context, { sha256 }: StoredAdoption, { fragment, from, to, ground, reason }: Omit<Redaction, 'id' | 'author' | 'at'>): Redaction {
  const { db, author, now, newId, keys } = context
  const redaction: Redaction = { fragment, from, to, ground, reason, id: newId(), author, at: now() }
  addRedaction(db, sha256, redaction)
  appendAudit(context, keys.workspace, 'left-out', redaction.id)
  return redaction
}

function ask(context: Context, earlier: string, { fragment, from, to, ground, reason }: Omit<Redaction, 'id' | 'author' | 'at'>, { sha256 }: StoredAdoption): void {
  const { db, author, now, newId } = context
  const question = { earlier, fragment, from, to, ground, reason }
  if (listAsked(db, sha256).some((one) => one.earlier === earlier && keyOf(one) === keyOf(question))) return
  addAsked(db, sha256, { ...question, id: newId(), author, at: now(), answer: null })
}
