import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer } from '../../api.ts'
import { labelOf, shortDayOf } from '../../i18n/i18n.ts'
import { TakenOverNote } from '../../source/TakenOverNote.tsx'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import styles from './comparison.module.css'
import { useKindName } from './round.ts'

/** All rounds of an organisation in time, also those that only came along with a later one. */
export function Rounds({ organisation }: { organisation: string }) {
  const { t } = useTranslation()
  const kindOf = useKindName()
  const rounds = useAnswer(api.comparison.rounds, { organisation })
  return (
    <Part title={t('comparison.roundsOf')}>
      {rounds.length === 0 ? <p>{t('comparison.noRounds')}</p> : (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('inspection.days')}</th>
                <th scope="col">{t('comparison.round')}</th>
                <th scope="col">{t('comparison.met')}</th>
                <th scope="col">{t('inspection.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {rounds.map((round) => (
                <tr key={round.id}>
                  <td>{round.firstDay ? shortDayOf(round.firstDay) : t('inspection.noDay')}</td>
                  <th scope="row" className={styles.round}>
                    {round.here ? <Link href={`/inspectie/${round.id}`}>{kindOf(round)}</Link> : <>{kindOf(round)} <small>{t('comparison.cameAlong')}</small></>}
                    {round.takenOver && <TakenOverNote takenOver={round.takenOver} />}
                  </th>
                  <td>{round.marks ? t('comparison.metOf', { met: round.marks.met, assessed: round.marks.assessed }) : t('comparison.stillOpen')}</td>
                  <td>{round.outcomeName ? labelOf(round.outcomeName) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Part>
  )
}
