import { useTranslation } from 'react-i18next'
import { assessedOf, expectationsBelow, type Framework } from '../../../shared/domain/framework.ts'
import styles from './inspection.module.css'

interface Props {
  framework: Framework
  /** The ids of the expectations that are examined. */
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

/** What a visit to a part examines: whole themes, or single expectations of them. */
export function ScopeFields({ framework, chosen, onChange }: Props) {
  const { t } = useTranslation()
  const put = (ids: readonly string[], wanted: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) next[wanted ? 'add' : 'delete'](id)
    onChange(next)
  }
  return (
    <fieldset className={styles.scope}>
      <legend>{t('scope.examined')}</legend>
      <p className={styles.hint} role="status">{t('scope.count', { count: chosen.size, of: assessedOf(framework).length })}</p>
      {framework.themes.map((theme) => {
        const assessed = expectationsBelow(theme).filter((one) => one.assessed)
        const ids = assessed.map(({ id }) => id)
        const here = ids.filter((id) => chosen.has(id)).length
        return (
          <details key={theme.id} open={here > 0 && here < ids.length}>
            <summary lang={framework.language}>{theme.number} {theme.title} <small>{t('scope.ofTheme', { count: here, of: ids.length })}</small></summary>
            <label className={styles.wholeTheme}>
              <input
                type="checkbox"
                checked={here === ids.length}
                ref={(box) => { if (box) box.indeterminate = here > 0 && here < ids.length }}
                onChange={({ target }) => put(ids, target.checked)}
              />
              {t('scope.wholeTheme', { theme: theme.title })}
            </label>
            {assessed.map(({ id, number, statement }) => (
              <label key={id} lang={framework.language}>
                <input type="checkbox" checked={chosen.has(id)} onChange={({ target }) => put([id], target.checked)} />
                <span><b>{number}</b> {statement}</span>
              </label>
            ))}
          </details>
        )
      })}
    </fieldset>
  )
}
