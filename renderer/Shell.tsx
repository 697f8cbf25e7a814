import { Suspense, useDeferredValue, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { OpenWorkspace, WorkspaceRole } from '../shared/domain/workspace.ts'
import { FailureBoundary } from './FailureBoundary.tsx'
import { LockButton } from './features/workspace/LockButton.tsx'
import { PeopleButton } from './features/workspace/PeopleButton.tsx'
import { Screens } from './Screens.tsx'
import styles from './Shell.module.css'

const PLACES = {
  field: ['inspections', 'frameworks', 'access', 'settings'],
  office: ['inspections', 'import', 'inspectors', 'organisations', 'frameworks', 'data', 'settings'],
} as const satisfies Record<WorkspaceRole, readonly (keyof typeof ADDRESS)[]>

const ADDRESS = {
  inspections: '/', import: '/inlezen', inspectors: '/inspecteurs', organisations: '/organisaties', frameworks: '/toetsingskaders',
  access: '/toegang', data: '/gegevens', settings: '/instellingen',
} as const

/** Opening a file belongs to the inspections where it has no place of its own. */
const isAt = (place: keyof typeof ADDRESS, role: WorkspaceRole, location: string) =>
  (place === 'inspections' ? (role === 'field' ? /^\/($|inspectie\/|inlezen)/ : /^\/($|inspectie\/)/).test(location) : location.startsWith(ADDRESS[place]))

/**
 * What stands around every screen: the places to go at the top, and one `main` in which the screen is. A screen stays until all that the
 * next one shows is there; an empty one in between would be held for a third of a second.
 */
export function Shell({ workspace: { role, person, example } }: { workspace: OpenWorkspace }) {
  const { t } = useTranslation()
  const [location] = useLocation()
  const shown = useDeferredValue(location)
  const screen = shown.split('/', 4).join('/')
  const main = useFocusOnArrival(screen)
  return (
    <div className={styles.shell}>
      <header className={styles.top}>
        <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>{t('shell.skip')}</button>
        <span className={styles.name}>Veldtoets</span>
        <nav aria-label={t('shell.places')}>
          {PLACES[role].map((place) => (
            <Link key={place} href={ADDRESS[place]} aria-current={isAt(place, role, location) ? 'page' : undefined}>
              {t(`shell.${place}`)}
            </Link>
          ))}
        </nav>
        {example && <span className={styles.example}>{t('shell.example')}</span>}
        {role === 'field' && <PeopleButton person={person} />}
        <LockButton example={example} />
      </header>
      <main ref={main} tabIndex={-1} className={styles.main}>
        <Suspense fallback={null}>
          <FailureBoundary key={screen}><Screens role={role} location={shown} /></FailureBoundary>
        </Suspense>
      </main>
    </div>
  )
}

/** Whoever goes to another screen starts reading at its top, by eye and by screen reader alike. */
function useFocusOnArrival(screen: string) {
  const main = useRef<HTMLElement>(null)
  const arrived = useRef(screen)
  useEffect(() => {
    if (arrived.current === screen) return
    arrived.current = screen
    if (!main.current?.contains(document.activeElement)) main.current?.focus()
    main.current?.scrollTo(0, 0)
  }, [screen])
  return main
}
