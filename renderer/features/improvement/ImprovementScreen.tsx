import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { useFramework } from '../../framework.ts'
import { numbersOf } from '../../source/NumbersField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { EarlierPoints } from './EarlierPoints.tsx'
import styles from './improvement.module.css'
import { today, type Told } from './listed.ts'
import { PlanPart } from './PlanPart.tsx'
import { Points } from './Points.tsx'

/** What is to be improved, whatever the verdict, what is done about it, and what became of it. */
export function ImprovementScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const told = useAnswer(api.improvement.list, { inspection, day: today() })
  const framework = useFramework(told.framework)
  const make = useOrder(api.improvement.make)
  return (
    <Screen title={t('improvement.title')} lead={t('improvement.lead')} actions={<Outputs inspection={inspection} />}>
      {told.stand && told.points.length > 0 && <Stand stand={told.stand} />}
      <div role="status">
        {told.missing.length > 0 && (
          <Notice tone="warning">
            <p><strong>{t('improvement.missing', { count: told.missing.length })}</strong> {numbersOf(framework, told.missing)}</p>
            <p><button type="button" data-main disabled={make.isPending} onClick={() => make.mutate({ inspection })}>{t('improvement.make', { count: told.missing.length })}</button></p>
          </Notice>
        )}
      </div>
      {told.earlier.length > 0 && <Part title={t('improvement.earlier')}><EarlierPoints inspection={inspection} framework={framework} earlier={told.earlier} /></Part>}
      <Points inspection={inspection} framework={framework} told={told} />
      <PlanPart inspection={inspection} plans={told.plans} />
    </Screen>
  )
}

function Stand({ stand: { published, met, lifted } }: { stand: NonNullable<Told['stand']> }) {
  const { t } = useTranslation()
  return (
    <section className={styles.stand} aria-label={t('improvement.stand')}>
      <p>{t('improvement.published')} <strong>{t('improvement.metOf', { met: published.met, assessed: published.assessed })}</strong></p>
      <p>{t('improvement.now')} <strong>{t('improvement.metOf', { met, assessed: published.assessed })}</strong> {t('improvement.since', { count: lifted.length })}</p>
    </section>
  )
}

/** Points and measures on paper or as a table. */
function Outputs({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const [print, table] = [useOrder(written(api.improvement.print)), useOrder(written(api.improvement.write))]
  const save = async (name: string, write: (file: string) => void) => {
    const file = await window.bridge.save(name)
    if (file !== null) write(file)
  }
  return (
    <>
      <button type="button" onClick={() => void save('verbeterpunten.html', (file) => print.mutate({ inspection, file, day: today() }))}>{t('improvement.print')}</button>
      {(['xlsx', 'csv'] as const).map((format) => (
        <button key={format} type="button" onClick={() => void save(`verbeterpunten.${format}`, (file) => table.mutate({ inspection, file, format, day: today() }))}>
          {t(`improvement.table-${format}`)}
        </button>
      ))}
    </>
  )
}
