import { useTranslation } from 'react-i18next'
import { type Expectation, listedOf } from '../../../shared/domain/framework.ts'
import { type Outlined, valueAt, withValue } from '../../../shared/domain/framework-edit.ts'
import { fields, Labelled, row } from '../../ui/Labelled.tsx'
import { type At, CheckPart, ChoicePart, LinesPart, TextPart } from './DraftFields.tsx'
import styles from './draft.module.css'

/** What can be said of a theme, a criterion or an expectation itself. */
export function ItemForm({ item: { kind, where }, ...rest }: { item: Outlined } & Omit<At, 'where'>) {
  const { t } = useTranslation()
  const at = { ...rest, where }
  const wording = [{ value: 'official', label: t('draft.official') }, { value: 'ownWording', label: t('draft.own') }]
  return (
    <div className={fields}>
      <div className={row}>
        <TextPart {...at} part="number" />
        <ChoicePart {...at} part="wording" options={wording} />
      </div>
      {kind === 'expectation' ? <ExpectationFields {...at} /> : <TextPart {...at} part="title" />}
      {kind === 'theme' && <TextPart {...at} part="aim" lines={3} empty={null} />}
    </div>
  )
}

function ExpectationFields(at: At) {
  const { t } = useTranslation()
  const { draft, where } = at
  const { assessed, footnotes, notAssessedBecause } = valueAt(draft.body, where) as Expectation
  const assess = (to: boolean) =>
    draft.change(withValue(withValue(draft.body, `${where}.assessed`, to), `${where}.notAssessedBecause`, to ? null : notAssessedBecause ?? ''))
  return (
    <>
      <TextPart {...at} part="statement" lines={4} />
      <TextPart {...at} part="guidance" lines={4} empty={null} />
      <LinesPart {...at} part="limbs" hint={t('draft.limbsHint')} />
      <CheckPart {...at} part="legal" />
      <label className={styles.check}><input type="checkbox" checked={assessed} onChange={({ target }) => assess(target.checked)} /><span className={styles.label}>{t('frameworkPart.assessed')}</span></label>
      {!assessed && <TextPart {...at} part="notAssessedBecause" lines={2} />}
      {draft.body.footnotes.length > 0 && (
        <fieldset className={styles.checks}>
          <legend>{t('framework.footnotes')}</legend>
          {draft.body.footnotes.map(({ id, number, text }) => (
            <label key={id} className={styles.check}>
              <input
                type="checkbox"
                checked={footnotes.includes(id)}
                onChange={({ target }) => draft.set(`${where}.footnotes`, target.checked ? [...footnotes, id] : footnotes.filter((one) => one !== id))}
              />
              {number} {text.slice(0, 80)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}

/** The expectations that something speaks to, by the numbers that are printed. */
export function NumbersPart({ draft, where, label }: At & { label: string }) {
  const { t } = useTranslation()
  const at = `${where}.expectations`
  const chosen = valueAt(draft.body, at) as string[]
  const all = listedOf(draft.body)
  const typed = (text: string) => [...new Set(text.split(/[\s,;]+/).flatMap((number) => all.find((one) => one.number === number)?.id ?? []))]
  return (
    <Labelled label={label} hint={t('draft.numbersHint')}>
      <input
        key={chosen.join()}
        autoComplete="off"
        defaultValue={chosen.map((id) => all.find((one) => one.id === id)?.number ?? id).join(' ')}
        onBlur={({ target }) => draft.set(at, typed(target.value))}
      />
    </Labelled>
  )
}
