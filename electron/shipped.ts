import organisations from '../resources/organisations.json' with { type: 'json' }
import framework2015 from '../resources/frameworks/vt-2015-step-1.json' with { type: 'json' }
import framework2016 from '../resources/frameworks/vt-2016-step-2.json' with { type: 'json' }
import { parseFramework } from '../shared/domain/framework.ts'
import { Organisation } from '../shared/domain/organisation.ts'
import type { Db } from './db/open.ts'
import { addFramework } from './features/framework/repository.ts'
import { addOrganisations } from './features/organisation/repository.ts'

/** Brings what comes with the program into a workspace; what a person changed there stays. Runs inside a transaction. */
export function addShippedData(db: Db): void {
  for (const framework of [framework2015, framework2016]) addFramework(db, parseFramework(framework), 'shipped')
  addOrganisations(db, organisations.map((organisation) => Organisation.parse(organisation)))
}
