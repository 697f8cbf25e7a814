import { linkIdOf } from '../../shared/domain/source.ts'
import type { Field } from '../../shared/domain/field.ts'
import { api, useAnswer } from '../api.ts'
import { useFramework } from '../framework.ts'
import { seenOf, useFieldOrder } from '../field/orders.ts'
import { NumbersField } from './NumbersField.tsx'

export interface ListedLink {
  expectation: string
  linked: Field<true>
  pages: Field<string>
}

/** The expectations that one source speaks to, typed by their numbers; each is a link of its own. */
export function Links({ inspection, source, label, links }: { inspection: string; source: string; label: string; links: readonly ListedLink[] }) {
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const framework = useFramework(summary.framework.hash)
  const record = useFieldOrder(api.field.record)
  const change = (wanted: readonly string[]) => {
    const now = links.map(({ expectation }) => expectation)
    const say = (expectation: string, value: true | null) => {
      const seen = seenOf(links.find((link) => link.expectation === expectation)?.linked ?? { value: null, different: false, heads: [] })
      record.mutate({ inspection, entity: 'link', entityId: linkIdOf(source, expectation), field: 'linked', value, reason: null, seen })
    }
    for (const expectation of wanted) if (!now.includes(expectation)) say(expectation, true)
    for (const expectation of now) if (!wanted.includes(expectation)) say(expectation, null)
  }
  return <NumbersField label={label} framework={framework} value={links.map(({ expectation }) => expectation)} onChange={change} />
}
