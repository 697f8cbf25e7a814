import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Framework } from '../../shared/domain/framework.ts'
import { answer, type Laptop, openTestFolder, rate } from './backend.ts'
import { handOver, openEnrolled, openOffice } from './office.ts'
import { smallFramework } from './small-framework.ts'

/** A framework of two expectations that is official throughout, so that a report may rest on it. */
export const officialFramework = (): Framework =>
  JSON.parse(JSON.stringify(smallFramework([2], [{ kind: 'every', within: null }], 'left-out')).replaceAll('ownWording', 'official')) as Framework

/** An inspection in it, judged on a laptop by its lead. */
export async function judgeOfficial(laptop: Laptop, name = 'A. Bakker'): Promise<string> {
  const { api } = laptop
  const file = join(openTestFolder(), 'kader.json')
  writeFileSync(file, JSON.stringify(officialFramework()))
  const { hash: framework } = await api.framework.import({ file })
  const organisation = (await api.organisation.list({})).find((one) => one.name.includes('Drenthe'))!.id
  const { id } = await api.inspection.create({
    organisation, framework, kind: 'first', earlier: null, firstDay: '2026-01-05', lastDay: null, announced: true,
    team: [{ name, role: 'lead', inspectorate: 'Inspectie Jeugdzorg' }],
  })
  await rate(laptop, id, '1.1.1', '+')
  await rate(laptop, id, '1.1.2', '-')
  await answer(laptop, { inspection: id, entity: 'finding', entityId: '1.1.2', field: 'rationale' }, 'Er is geen zicht op de wachtlijst.')
  await answer(laptop, { inspection: id, entity: 'appraisal', entityId: '1.1', field: 'judgement' }, 'V')
  return id
}

/** An office that received the signed file of an inspection of which the report can be adopted; the laptop that made it is there too. */
export async function openAdoptable() {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await judgeOfficial(laptop)
  await office.api.bundle.import({ files: [await handOver(laptop, inspection)] })
  return { office, laptop, inspection }
}
