import { useTranslation } from 'react-i18next'
import { Shape } from '../../../shared/domain/framework.ts'
import { valueAt } from '../../../shared/domain/framework-edit.ts'
import { fields, row } from '../../ui/Labelled.tsx'
import { RatingMark, shownOf } from '../../ui/RatingMark.tsx'
import { type At, CheckPart, ChoicePart, LinesPart, ListPart, TextPart } from './DraftFields.tsx'
import styles from './draft.module.css'
import { FieldworkForm } from './FieldworkForm.tsx'
import { RuleForm } from './RuleForm.tsx'
import type { Section } from './sections.ts'

type Props = Omit<At, 'where'>

/** What a draft has beside its themes, one section at a time. */
export function SectionForm({ section, ...at }: Props & { section: Section }) {
  const { t } = useTranslation()
  const Form = { general: General, scales: Scales, rule: RuleForm, footnotes: Footnotes, fieldwork: FieldworkForm }[section]
  return <section className={styles.item} aria-label={t(`draft.${section}`)}><h2>{t(`draft.${section}`)}</h2><Form {...at} /></section>
}

function General(props: Props) {
  const { t } = useTranslation()
  const at = { ...props, where: '' }
  return (
    <div className={fields}>
      <TextPart {...at} part="title" />
      <div className={row}>
        <TextPart {...at} part="version" />
        <TextPart {...at} part="id" hint={t('draft.idHint')} />
        <ChoicePart {...at} part="language" options={[{ value: 'nl', label: 'Nederlands' }, { value: 'en', label: 'English' }]} />
      </div>
      <LinesPart {...at} part="inspectorates" hint={t('draft.lineEach')} />
      <LinesPart {...at} part="provenance" hint={t('draft.provenanceHint')} />
      <TextPart {...at} part="unfinished" hint={t('draft.unfinishedHint')} empty="left-out" />
      <TextPart {...at} where="standard" part="statement" label={t('draft.standard')} hint={t('draft.standardHint')} lines={3} />
    </div>
  )
}

function Scales(at: Props) {
  const { t } = useTranslation()
  const shapes = Shape.options.map((value) => ({ value, label: t(`shape.${value}`) }))
  const { scales } = at.draft.body
  return (
    <>
      <ListPart
        draft={at.draft}
        where="scales.rating"
        title={t('framework.ratings')}
        blank={() => ({ code: '', label: '', english: '', key: '', sign: '', shape: 'circle', counts: true, met: false })}
      >
        {(where, index) => (
          <>
            <RatingMark shown={shownOf(scales.rating[index]!)} />
            <TextPart {...at} where={where} part="code" />
            <TextPart {...at} where={where} part="label" />
            <TextPart {...at} where={where} part="english" />
            <TextPart {...at} where={where} part="sign" />
            <ChoicePart {...at} where={where} part="shape" options={shapes} />
            <TextPart {...at} where={where} part="key" />
            <CheckPart {...at} where={where} part="counts" />
            <CheckPart {...at} where={where} part="met" />
          </>
        )}
      </ListPart>
      <ListPart
        draft={at.draft}
        where="scales.judgement"
        title={t('framework.judgements')}
        blank={() => ({ code: '', label: '', english: '', key: '', sufficient: false })}
      >
        {(where) => (
          <>
            <TextPart {...at} where={where} part="code" />
            <TextPart {...at} where={where} part="label" />
            <TextPart {...at} where={where} part="english" />
            <TextPart {...at} where={where} part="key" />
            <CheckPart {...at} where={where} part="sufficient" />
          </>
        )}
      </ListPart>
    </>
  )
}

function Footnotes(at: Props) {
  const { t } = useTranslation()
  const ids = (valueAt(at.draft.body, 'footnotes') as { id: string }[]).map(({ id }) => id)
  const free = () => [...ids, ''].map((_, index) => `n${index + 1}`).find((id) => !ids.includes(id))!
  return (
    <ListPart draft={at.draft} where="footnotes" title={t('framework.footnotes')} blank={() => ({ id: free(), number: String(ids.length + 1), text: '' })}>
      {(where) => (
        <>
          <TextPart {...at} where={where} part="number" />
          <TextPart {...at} where={where} part="text" lines={2} />
        </>
      )}
    </ListPart>
  )
}
