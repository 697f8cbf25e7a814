import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceRole } from '../../../shared/domain/workspace.ts'
import { api, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { Forgotten } from './Forgotten.tsx'
import styles from './workspace.module.css'

/** Opens one of the workspaces; what is refused is told beside the passphrase, which stays. */
export function UnlockForm({ workspaces }: { workspaces: readonly { folder: string; role: WorkspaceRole | null }[] }) {
  const { t } = useTranslation()
  const [folder, setFolder] = useState(workspaces[0]!.folder)
  const [passphrase, setPassphrase] = useState('')
  const unlock = useOrder(api.workspace.unlock, 'screen')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    unlock.mutate({ folder, passphrase })
  }
  const choose = (folder: string) => {
    unlock.reset()
    setFolder(folder)
  }
  return (
    <section className={styles.unlock} aria-label={t('workspace.choose')}>
      <form className={styles.people} onSubmit={submit}>
        <Choices
          legend={t('workspace.choose')}
          value={folder}
          options={workspaces.map(({ folder, role }) => ({ value: folder, label: folder, hint: role && t(`workspace.${role}`) }))}
          onChoose={choose}
        />
        <Labelled label={t('workspace.passphrase')} refusal={unlock.error && sentenceOf(unlock.error)}>
          <input type="password" autoComplete="current-password" autoFocus value={passphrase} onChange={({ target }) => setPassphrase(target.value)} />
        </Labelled>
        <button type="submit" disabled={passphrase === '' || unlock.isPending}>{t(unlock.isPending ? 'workspace.opening' : 'workspace.unlock')}</button>
      </form>
      <Forgotten key={folder} folder={folder} />
    </section>
  )
}
