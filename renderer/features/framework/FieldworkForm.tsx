import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { fields } from '../../ui/Labelled.tsx'
import { type At, ChoicePart, LinesPart, ListPart, TextPart } from './DraftFields.tsx'
import { NumbersPart } from './ItemForm.tsx'

type Fieldwork = NonNullable<Framework['fieldwork']>

const EMPTY: Fieldwork = {
  wording: 'ownWording', provenance: [''], roles: [], documents: [], observations: [], fileFields: [], chronology: [], terms: [], targets: [],
  minimumSourceKinds: null,
}

/** Kinds of which the form says all; a number, a choice and a band have more to them and come out of a file. */
const KINDS = ['date', 'yes-no', 'text'] as const

/** An id that nothing in the fieldwork has yet. */
function freeId(fieldwork: Fieldwork, letter: string): string {
  const known = new Set(JSON.stringify(fieldwork).match(/"id":"[^"]*"/g))
  let number = 1
  while (known.has(`"id":"${letter}${number}"`)) number++
  return `${letter}${number}`
}

/** How a visit can be gone about: who is asked what, and what is looked at and looked up. */
export function FieldworkForm(at: Omit<At, 'where'>) {
  const { t } = useTranslation()
  const { draft } = at
  const { fieldwork } = draft.body
  if (fieldwork === null) {
    return (
      <>
        <p>{t('draft.noFieldwork')}</p>
        <button type="button" onClick={() => draft.set('fieldwork', EMPTY)}>{t('draft.addFieldwork')}</button>
      </>
    )
  }
  const prompt = (letter: string) => () => ({ id: freeId(fieldwork, letter), text: '', expectations: [] })
  const asked = (where: string) => (
    <>
      <TextPart {...at} where={where} part="text" lines={2} />
      <NumbersPart {...at} where={where} label={t('draft.speaksTo')} />
    </>
  )
  return (
    <>
      <div className={fields}><LinesPart {...at} where="fieldwork" part="provenance" hint={t('draft.provenanceHint')} /></div>
      <ListPart draft={draft} where="fieldwork.roles" title={t('draft.roles')} blank={() => ({ id: freeId(fieldwork, 'r'), title: '', questions: [] })}>
        {(where) => (
          <>
            <TextPart {...at} where={where} part="title" />
            <ListPart draft={draft} where={`${where}.questions`} title={t('draft.questions')} blank={prompt('q')}>{asked}</ListPart>
          </>
        )}
      </ListPart>
      <ListPart draft={draft} where="fieldwork.documents" title={t('draft.documents')} blank={prompt('d')}>{asked}</ListPart>
      <ListPart draft={draft} where="fieldwork.observations" title={t('draft.observations')} blank={prompt('w')}>{asked}</ListPart>
      <ListPart
        draft={draft}
        where="fieldwork.fileFields"
        title={t('draft.fileFields')}
        blank={() => ({ id: freeId(fieldwork, 'f'), label: '', kind: 'yes-no', expectations: [], irrelevantWhen: null })}
      >
        {(where, index) => (
          <>
            <TextPart {...at} where={where} part="label" />
            {(KINDS as readonly string[]).includes(fieldwork.fileFields[index]!.kind)
              ? <ChoicePart {...at} where={where} part="kind" options={KINDS.map((value) => ({ value, label: t(`draft.kind-${value}`) }))} />
              : <p>{t('draft.keptKind')}</p>}
            <NumbersPart {...at} where={where} label={t('draft.speaksTo')} />
          </>
        )}
      </ListPart>
      {fieldwork.terms.length + fieldwork.targets.length > 0 && <p>{t('draft.keptTerms', { terms: fieldwork.terms.length, targets: fieldwork.targets.length })}</p>}
    </>
  )
}
