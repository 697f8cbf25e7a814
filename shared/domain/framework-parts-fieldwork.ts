import { idOf, linesOf, needed, part, type Reading, type Values } from './framework-parts.ts'
import type { Row } from './framework-rows.ts'

/** How a visit can be gone about; null where no sheet and no line says anything of it. */
export function fieldworkFrom(reading: Reading, said: Values): Values | null {
  const lists = { ...promptsFrom(reading), fileFields: fieldsFrom(reading), terms: termsFrom(reading), targets: targetsFrom(reading) }
  if (Object.keys(said).length === 0 && Object.values(lists).every(({ length }) => length === 0)) return null
  return { ...said, wording: said.wording ?? 'ownWording', chronology: said.chronology ?? [], minimumSourceKinds: said.minimumSourceKinds ?? null, ...lists }
}

/** Questions by role, documents and observations. A line without a role belongs to the one above it. */
function promptsFrom(reading: Reading): { roles: Values[]; documents: Values[]; observations: Values[] } {
  const lists = { roles: [] as Values[], documents: [] as Values[], observations: [] as Values[] }
  const made = { question: 0, document: 0, observation: 0 }
  for (const row of linesOf(reading, 'prompts')) {
    const { kind, role, roleTitle, text, expectations } = row.values
    const of = (kind ?? 'question') as keyof typeof made
    const prompt = part(reading, row, { id: row.values.id ?? `${of}-${++made[of]}`, text: needed(text), expectations: expectations ?? [] })
    if (of === 'document') lists.documents.push(prompt)
    else if (of === 'observation') lists.observations.push(prompt)
    else ask(reading, row, lists.roles, { role, roleTitle }, prompt)
  }
  return lists
}

function ask(reading: Reading, row: Row, roles: Values[], { role, roleTitle }: Values, prompt: Values): void {
  const id = role ?? (roleTitle === null ? null : idOf({ ...row, values: { ...row.values, id: null } }, roleTitle))
  const last = roles.at(-1)
  if (last && (id === null || last.id === id)) (last.questions as Values[]).push(prompt)
  else if (id === null) reading.faults.push({ ...row.place('role'), what: 'role-missing', about: null })
  else roles.push(part(reading, row, { id, title: roleTitle ?? role, questions: [prompt] }))
}

const fieldsFrom = (reading: Reading): Values[] => linesOf(reading, 'fields').map((row) => {
  const { label, kind, options, least, most, expectations, irrelevantField: field, irrelevantAnswers } = row.values
  const answers = irrelevantAnswers as string[] | undefined ?? []
  const more = kind === 'number' ? { least: needed(least), most: needed(most) } : kind === 'choice' || kind === 'band' ? { options: options ?? [] } : {}
  const irrelevantWhen = field === null && answers.length === 0 ? null : part(reading, row, { field: needed(field), answers })
  return part(reading, row, { id: idOf(row, label), label: needed(label), kind: needed(kind), ...more, expectations: expectations ?? [], irrelevantWhen })
})

const termsFrom = (reading: Reading): Values[] => linesOf(reading, 'terms').map((row) => {
  const { label, value, unit, basis, from, to, act, source, expectations } = row.values
  return part(reading, row, {
    id: idOf(row, label), label: needed(label), value: needed(value), unit: needed(unit), basis: basis ?? 'calendar', from: needed(from),
    to: to ?? [], act: act ?? false, source: needed(source), expectations: expectations ?? [],
  })
})

const targetsFrom = (reading: Reading): Values[] => linesOf(reading, 'targets').map((row) => {
  const { term, percentage, source } = row.values
  return part(reading, row, { term: needed(term), percentage: needed(percentage), source: needed(source) })
})
