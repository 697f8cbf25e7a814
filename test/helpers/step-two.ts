import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Laptop, openTestFolder } from './backend.ts'
import { frameworkUnder, inferredStepTwo } from './published-rules.ts'

/** Reads in a framework of twelve expectations under the rule with waiting lists. */
export async function importStepTwo({ api }: Laptop) {
  const file = join(openTestFolder(), 'kader.json')
  writeFileSync(file, JSON.stringify(frameworkUnder(inferredStepTwo, [12])))
  return (await api.framework.import({ file })).hash
}

/** An inspection in it, without answers. */
export async function underStepTwo(laptop: Laptop) {
  const framework = await importStepTwo(laptop)
  const [organisation] = await laptop.api.organisation.list({})
  const { id } = await laptop.api.inspection.create({
    organisation: organisation!.id, framework, kind: 'first', earlier: null, firstDay: '2017-04-03', lastDay: null, announced: true, team: [],
  })
  return id
}
