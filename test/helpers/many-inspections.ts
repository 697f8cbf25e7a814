import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import shipped from '../../resources/frameworks/vt-2015-step-1.json' with { type: 'json' }
import type { Laptop } from './backend.ts'

type Row = Record<string, string>
const ALL = { change: 'SELECT id, body FROM change WHERE inspection = ?', content: 'SELECT content.* FROM content JOIN change ON id = change WHERE inspection = ?', head: 'SELECT * FROM head WHERE inspection = ?' }

/** A framework of ten themes, ten criteria in each, ten expectations in those. */
function frameworkOfAThousand() {
  const [theme] = shipped.themes as [(typeof shipped.themes)[number]]
  const [criterion] = theme.criteria as [(typeof theme.criteria)[number]]
  const ten = [...Array(10).keys()].map((n) => n + 1)
  return {
    ...shipped, id: 'duizend', footnotes: [], fieldwork: null,
    rule: { ...shipped.rule, outcomes: [{ ...shipped.rule.outcomes[0], when: { kind: 'count', what: 'met', compare: 'at-least', count: 800, within: null } }, shipped.rule.outcomes[1]] },
    themes: ten.map((t) => ({
      ...theme, id: `t${t}`, number: `${t}`,
      criteria: ten.map((c) => ({
        ...criterion, id: `c${t}.${c}`, number: `${t}.${c}`,
        expectations: ten.map((e) => ({ ...criterion.expectations[0], id: `e${t}.${c}.${e}`, number: `${t}.${c}.${e}`, footnotes: [] })),
      })),
    })),
  }
}

/** So many inspections of a thousand judged expectations: one is recorded, the others are its rows under other names. Good to read, not to verify. */
export async function fillWithInspections(laptop: Laptop, count: number): Promise<void> {
  const { api, home } = laptop
  const file = join(home, 'kader.json')
  writeFileSync(file, JSON.stringify(frameworkOfAThousand()))
  const { hash: framework } = await api.framework.import({ file })
  const [organisation] = await api.organisation.list({})
  const about = { organisation: organisation!.id, framework, kind: 'first' as const, earlier: null, firstDay: '2026-01-05', lastDay: null, announced: true, team: [] }
  const { id } = await api.inspection.create(about)
  const said = { inspection: id, entity: 'finding', seen: [], reason: null }
  for (const { id: entityId } of frameworkOfAThousand().themes.flatMap(({ criteria }) => criteria).flatMap(({ expectations }) => expectations)) {
    await api.field.record({ ...said, entityId, field: 'rating', value: '+' })
    await api.field.record({ ...said, entityId, field: 'rationale', value: 'Uit de interviews [I1] [I2] en 12 van de 30 dossiers blijkt dat dit niet altijd gebeurt; het protocol "Handelen" zegt iets anders.' })
  }
  copy(laptop, id, count)
}

function copy(laptop: Laptop, id: string, count: number): void {
  const db = laptop.db()
  const [changes, contents, heads] = [ALL.change, ALL.content, ALL.head].map((text) => db.prepare<[string], Row>(text).all(id)) as [Row[], Row[], Row[]]
  const [addChange, addContent, addHead] = ['INSERT INTO change (id, body) VALUES (?, ?)', 'INSERT INTO content VALUES (?, ?, ?, ?)', 'INSERT INTO head VALUES (?, ?, ?, ?, ?, ?)'].map((text) => db.prepare<unknown[]>(text))
  for (let n = 1; n < count; n++) {
    const other = `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`
    const renamed = (change: string) => createHash('sha256').update(`${change} ${n}`).digest('hex')
    db.transaction(() => {
      for (const { id: change, body } of changes) addChange!.run(renamed(change!), body!.replaceAll(id, other))
      for (const { change, salt, value, reason } of contents) addContent!.run(renamed(change!), salt, value!.replaceAll(id, other), reason)
      for (const { entity, entity_id, field, change, value } of heads) addHead!.run(other, entity, entity_id === id ? other : entity_id, field, renamed(change!), value)
    })()
  }
}
