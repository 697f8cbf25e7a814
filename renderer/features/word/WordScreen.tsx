import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer, useOrder } from '../../api.ts'
import { useNames } from '../../field/orders.ts'
import { momentOf, sentenceOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { Remainder } from './Remainder.tsx'
import { Proposal } from './Proposal.tsx'
import styles from './word.module.css'

/** What came back from Word: each altered text beside what the report says now, the comments, and what stands around the texts. */
export function WordScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const names = useNames()
  const files = useAnswer(api.word.list, { inspection })
  const read = useOrder(api.word.read, 'screen')
  const [chosen, choose] = useState<string | null>(null)
  const shown = files.find(({ file }) => file === chosen) ?? files[0]
  const bring = async () => {
    const [offered] = await window.bridge.open({ kinds: ['docx'], many: false, folder: false })
    if (offered) read.mutate({ inspection, handle: offered.handle }, { onSuccess: ({ file }) => choose(file) })
  }
  return (
    <Screen
      title={t('word.title')}
      lead={t('word.lead')}
      actions={<><Link href={`/inspectie/${inspection}/rapport`}>{t('word.back')}</Link><button type="button" disabled={read.isPending} onClick={() => void bring()}>{t('word.read')}</button></>}
    >
      {read.isPending && <Running progress={read.progress} label={t('word.reading')} onCancel={read.cancel} />}
      {read.error && <Notice tone="refused">{sentenceOf(read.error)}</Notice>}
      {read.data && <p role="status">{t(read.data.isNew ? 'word.readNow' : 'word.readBefore', { document: read.data.document })}</p>}
      {files.length > 1 && (
        <Labelled label={t('word.which')}>
          <select value={shown?.file} onChange={({ target }) => choose(target.value)}>
            {files.map(({ file, at, author, document }) => <option key={file} value={file}>{t('word.fileOf', { document, author: names(author), moment: momentOf(at) })}</option>)}
          </select>
        </Labelled>
      )}
      {shown ? <Reading key={shown.file} inspection={inspection} file={shown.file} /> : <Empty sentence={t('word.empty')} />}
    </Screen>
  )
}

function Reading({ inspection, file }: { inspection: string; file: string }) {
  const { t } = useTranslation()
  const { proposals, notes, ...rest } = useAnswer(api.word.get, { inspection, file })
  const mark = useOrder(api.word.note)
  return (
    <>
      <Part title={t('word.proposals', { count: proposals.length })}>
        {proposals.length === 0 ? <p>{t('word.noProposals')}</p> : (
          <ol className={styles.list}>{proposals.map((proposal) => <Proposal key={proposal.number} inspection={inspection} file={file} proposal={proposal} />)}</ol>
        )}
        <p className={styles.soft}>{t('word.unchanged', { count: rest.unchanged })}</p>
      </Part>
      {notes.length > 0 && (
        <Part title={t('word.notes', { count: notes.length })}>
          <p className={styles.soft}>{t('word.notesStay')}</p>
          <ul className={styles.list}>
            {notes.map(({ number, author, day, text, quote, place, done }) => (
              <li key={number} className={styles.item} data-done={done}>
                <p className={styles.soft}>{[author, day, place].filter(Boolean).join(' · ')}</p>
                {quote && <blockquote className={styles.text}>{quote}</blockquote>}
                <p className={styles.text}>{text}</p>
                <label className={styles.check}>
                  <input type="checkbox" checked={done} onChange={({ target }) => mark.mutate({ inspection, file, number, done: target.checked })} />
                  {t('word.done')}<span className={styles.unseen}> {text.slice(0, 60)}</span>
                </label>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Remainder inspection={inspection} file={file} rest={rest} />
    </>
  )
}
