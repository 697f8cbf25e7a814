import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../shared/domain/rule.ts'
import { fields } from '../../ui/Labelled.tsx'
import { ConditionForm } from './ConditionForm.tsx'
import { type At, ChoicePart, ListPart, TextPart } from './DraftFields.tsx'
import styles from './draft.module.css'
import { RuleExample } from './RuleExample.tsx'

const FIRST: Condition = { kind: 'every', within: null }

/** The decision rule: its words, what it asks apart from the expectations, its outcomes with what each demands, and an example to try. */
export function RuleForm(at: Omit<At, 'where'>) {
  const { t } = useTranslation()
  const { draft, faults } = at
  const { rule } = draft.body
  const last = rule.outcomes.length - 1
  return (
    <>
      <div className={fields}>
        <TextPart {...at} where="rule" part="statement" lines={3} hint={t('rule.statementHint')} />
        <ChoicePart
          {...at}
          where="rule"
          part="notApplicable"
          label={t('rule.notApplicable')}
          options={[{ value: 'unstated', label: t('rule.unstated') }, { value: 'left-out', label: t('rule.left-out') }]}
        />
      </div>
      <ListPart
        draft={draft}
        where="rule.facts"
        title={t('rule.facts')}
        blank={() => ({ id: `f${rule.facts.length + 1}`, question: '', english: '', guidance: null, kind: 'yes-no' })}
      >
        {(where) => (
          <>
            <TextPart {...at} where={where} part="id" />
            <TextPart {...at} where={where} part="question" label={t('rule.question')} />
            <TextPart {...at} where={where} part="english" />
          </>
        )}
      </ListPart>
      <ListPart
        draft={draft}
        where="rule.outcomes"
        title={t('rule.outcomes')}
        blank={() => ({ code: '', label: '', english: '', followUp: null, when: null })}
      >
        {(where, index) => (
          <>
            <TextPart {...at} where={where} part="label" />
            <TextPart {...at} where={where} part="english" />
            <TextPart {...at} where={where} part="code" hint={t('rule.codeHint')} />
            <div className={styles.whole}>
              <strong>{t('rule.when')}</strong>
              {rule.outcomes[index]!.when === null ? (
                <p>
                  {t('rule.otherwise')}
                  {index < last && <button type="button" data-quiet onClick={() => draft.set(`${where}.when`, FIRST)}>{t('rule.demand')}</button>}
                </p>
              ) : (
                <>
                  <ConditionForm body={draft.body} condition={rule.outcomes[index]!.when} name={t('rule.nth', { number: index + 1 })} onChange={(when) => draft.set(`${where}.when`, when)} />
                  {index === last && <button type="button" data-quiet onClick={() => draft.set(`${where}.when`, null)}>{t('rule.demandNothing')}</button>}
                </>
              )}
            </div>
          </>
        )}
      </ListPart>
      <RuleExample body={draft.body} faults={faults} />
    </>
  )
}
