import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FolderName, type WorkspaceRole } from '../../../shared/domain/workspace.ts'
import { api, useOrder } from '../../api.ts'
import { AppError } from '../../../shared/errors.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Choices } from '../../ui/Choices.tsx'
import { buttons, fields, Labelled, row } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Passphrase } from '../../ui/Passphrase.tsx'
import styles from './workspace.module.css'

const ROLES: readonly WorkspaceRole[] = ['field', 'office']

/** Makes a workspace for a person, in the field or at the office, and opens it. */
export function NewWorkspace({ taken, onCancel }: { taken: readonly string[]; onCancel: () => void }) {
  const { t } = useTranslation()
  const [role, setRole] = useState<WorkspaceRole>('field')
  const [folder, setFolder] = useState('')
  const [name, setName] = useState('')
  const [inspectorate, setInspectorate] = useState('')
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const create = useOrder(api.workspace.create, 'screen')

  const folderWrong = folder !== '' && !FolderName.safeParse(folder).success
  const ready = FolderName.safeParse(folder).success && name.trim() !== '' && passphrase !== null
  const refused = create.error instanceof AppError ? create.error.failure.code : null
  const aboutFolder = taken.includes(folder) || refused === 'workspace-exists'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== null) create.mutate({ folder, role, person: { name: name.trim(), inspectorate: inspectorate.trim() }, passphrase })
  }
  return (
    <form className={`${styles.new} ${fields}`} onSubmit={submit}>
      <h2>{t('workspace.new')}</h2>
      <Choices
        legend={t('workspace.role')}
        value={role}
        options={ROLES.map((value) => ({ value, label: t(`workspace.${value}`), hint: t(`workspace.${value}Hint`) }))}
        onChoose={setRole}
      />
      <Labelled
        label={t('workspace.folder')}
        hint={t('workspace.folderHint')}
        refusal={folderWrong ? t('workspace.folderWrong') : aboutFolder ? t('error.workspace-exists') : null}
      >
        <input value={folder} autoComplete="off" autoFocus onChange={({ target }) => setFolder(target.value)} />
      </Labelled>
      <div className={row}>
        <Labelled label={t('workspace.person')} hint={t('workspace.personHint')}>
          <input value={name} autoComplete="off" maxLength={200} onChange={({ target }) => setName(target.value)} />
        </Labelled>
        <Labelled label={t('workspace.inspectorate')}>
          <input value={inspectorate} autoComplete="off" maxLength={200} onChange={({ target }) => setInspectorate(target.value)} />
        </Labelled>
      </div>
      <Passphrase label={t('workspace.passphrase')} onChange={setPassphrase} />
      <Notice tone="warning">{t('workspace.passphraseLost')}</Notice>
      {create.isError && !aboutFolder && <Notice tone="refused">{sentenceOf(create.error)}</Notice>}
      <div className={buttons}>
        <button type="submit" disabled={!ready || create.isPending}>{t(create.isPending ? 'workspace.opening' : 'workspace.create')}</button>
        <button type="button" onClick={onCancel}>{t('reason.cancel')}</button>
      </div>
    </form>
  )
}
