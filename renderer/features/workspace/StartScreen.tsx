import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { NewWorkspace } from './NewWorkspace.tsx'
import { UnlockForm } from './UnlockForm.tsx'
import styles from './workspace.module.css'

/** What opens the program: a workspace with its passphrase, a new one, or the worked example. */
export function StartScreen() {
  const { t } = useTranslation()
  const workspaces = useAnswer(api.workspace.list, {})
  const [making, setMaking] = useState(false)
  const openExample = useOrder(api.workspace.openExample, 'screen')
  return (
    <main className={styles.start}>
      <header>
        <img src="/icon.svg" alt="" width={48} height={48} />
        <div>
          <h1>Veldtoets</h1>
          <p>{t('workspace.lead')}</p>
        </div>
      </header>
      {making ? <NewWorkspace taken={workspaces.map(({ folder }) => folder)} onCancel={() => setMaking(false)} /> : (
        <>
          {workspaces.length > 0 && <UnlockForm workspaces={workspaces} />}
          <section className={styles.others} aria-label={t('workspace.otherwise')}>
            <div>
              <p>{t('workspace.newLead')}</p>
              <button type="button" data-main={workspaces.length === 0 || undefined} onClick={() => setMaking(true)}>{t('workspace.new')}</button>
            </div>
            <div>
              <p>{t('workspace.exampleLead')}</p>
              <button type="button" disabled={openExample.isPending} onClick={() => openExample.mutate({})}>
                {t(openExample.isPending ? 'workspace.opening' : 'workspace.example')}
              </button>
              {openExample.isError && <Notice tone="refused">{sentenceOf(openExample.error)}</Notice>}
            </div>
          </section>
        </>
      )}
    </main>
  )
}
