import { type Answer, type Call, type Commands, optionOf } from './command.ts'
import { refusedAs } from './sentence.ts'
import { tableOf } from './table.ts'

/** Bundles that were set apart. */
export const quarantineCommands: Commands = {
  quarantine: {
    form: '--workspace DIR [--again]', opens: true, run: quarantine,
    about: { nl: 'toont wat apart is gehouden; met --again wordt het opnieuw gelezen', en: 'shows what was set apart; with --again it is read once more' },
  },
  'quarantine look': {
    form: 'MANIFEST --workspace DIR --reason TEXT', opens: true, run: look,
    about: { nl: 'toont wat een apart gehouden bestand zegt en hier niet is', en: 'shows what a bundle that was set apart says and is not here' },
  },
  'quarantine save': {
    form: 'MANIFEST --workspace DIR --reason TEXT --out FILE', opens: true, run: save,
    about: { nl: 'bewaart een apart gehouden bestand zonder versleuteling', en: 'saves a bundle that was set apart without encryption' },
  },
  'quarantine end': {
    form: 'MANIFEST --workspace DIR --reason TEXT [--remove]', opens: true, run: endApart,
    about: { nl: 'legt een apart gehouden bestand weg; met --remove gaan 90 dagen later de bytes weg', en: 'puts away a bundle that was set apart; with --remove, 90 days later, its bytes go' },
  },
}

const done = (json: unknown, ...lines: string[]): Answer => ({ good: true, json, lines })

async function quarantine({ api, options, language, run }: Call): Promise<Answer> {
  const apart = await api.bundle.quarantine({})
  const open = apart.filter(({ putAway, removed }) => putAway === null && removed === null)
  if (options.again === true && open.length > 0) {
    const arrivals = await api.bundle.tryAgain({ manifests: open.map(({ manifest }) => manifest) }, run)
    const isGood = arrivals.every(({ state }) => state !== 'quarantined' && state !== 'refused')
    return { good: isGood, json: arrivals, lines: tableOf(arrivals.map(({ file, state, failure }) => [file, state, refusedAs(failure, language) ?? ''])) }
  }
  const standing = ({ removed, putAway }: (typeof apart)[number]) => (removed ? `removed ${removed.at}` : putAway ? `put away ${putAway.at}` : 'open')
  return { good: open.length === 0, json: apart, lines: tableOf(apart.map((one) => [one.manifest, one.contents.organisation, standing(one), refusedAs(one.failure, language) ?? ''])) }
}

async function look(call: Call) {
  const { api, args: [manifest = ''], run } = call
  const told = await api.bundle.lookApart({ manifest, reason: optionOf(call, 'reason') }, run)
  return done(told, ...tableOf(told.entries.map(({ entity, field, number, value, by, at }) => [at, by ?? '', number ?? '', `${entity}.${field}`, value ?? ''])))
}

async function save(call: Call) {
  const { api, args: [manifest = ''] } = call
  const file = optionOf(call, 'out')
  await api.bundle.saveApart({ manifest, reason: optionOf(call, 'reason'), file })
  return done({ manifest, file }, file)
}

async function endApart(call: Call) {
  const { api, args: [manifest = ''], options } = call
  const order = { manifest, reason: optionOf(call, 'reason') }
  const { savedAt } = await (options.remove === true ? api.bundle.removeApart(order) : api.bundle.putAway(order))
  return done({ manifest, savedAt }, savedAt)
}
