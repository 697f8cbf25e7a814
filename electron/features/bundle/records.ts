import { z } from 'zod'
import { type BundleCounts, Erasure, GENESIS, LogEntry, runningHead } from '../../../shared/domain/bundle.ts'
import { Change, type ChangeId, Content, type Entry, stateHashOf, unnamed } from '../../../shared/domain/change.ts'
import { type Framework, parseFramework } from '../../../shared/domain/framework.ts'
import { Organisation } from '../../../shared/domain/organisation.ts'
import { Person } from '../../../shared/domain/person.ts'
import { appError } from '../../../shared/errors.ts'
import { hold } from '../../crypto/canonical-file.ts'
import { canonical, commitOf, hash, sha256 } from '../../crypto/hash.ts'
import { remembering } from '../../crypto/remembering.ts'
import { assertErasure } from './erasure.ts'
import type { OpenBundle } from './open.ts'
import { parseFile } from './text.ts'

/** What a bundle holds, each part held against the others. `whole` is false when it builds on changes that the reader does not have. */
export interface Records {
  readonly entries: Entry[]
  readonly log: LogEntry[]
  readonly erasures: Erasure[]
  readonly persons: Person[]
  readonly organisation: Organisation
  readonly framework: Framework
  /** Earlier rounds by inspection, to look at. */
  readonly earlier: ReadonlyMap<string, unknown>
  readonly whole: boolean
}

/** What the reader has already, for a bundle that builds on it: the running hash of a device's first changes, all of one author, and single changes. */
export interface Base {
  headAt(device: string, counter: number, author: string): string | null
  has(change: ChangeId): boolean
}

const ContentLine = Content.extend({ change: Change.shape.id })

/** Reads and checks all that a bundle holds; nothing in it is taken on trust except what a signature covers. */
export async function readRecords(bundle: OpenBundle, base: Base | null = null): Promise<Records> {
  const changes = await readChanges(bundle, base)
  const erasures = await readErasures(bundle, changes)
  const { entries, contents } = await readContents(bundle, changes)
  const log = await readLog(bundle)
  const framework = await readFramework(bundle, entries)
  const persons = await readPersons(bundle, changes)
  const earlier = await readEarlier(bundle)
  const organisation = hold(Organisation, await bundle.json('data/organisation.json'), 'data/organisation.json')
  assertCounts(bundle, {
    changes: entries.length, contents, log: log.length, erasures: erasures.length, persons: persons.length, earlier: earlier.size,
    evidence: bundle.names.filter((name) => name.startsWith('data/evidence/')).length,
  })
  if (bundle.header.purpose === 'handover') assertNoGap(entries, erasures)
  return { entries, log, erasures, persons, organisation, framework, earlier, whole: isFirst(bundle) || base !== null }
}

const isFirst = ({ header }: OpenBundle) => Object.keys(header.since).length === 0

/** By device and counter without gaps, each named after all that it holds, each proved by a person to be theirs. */
async function readChanges(bundle: OpenBundle, base: Base | null): Promise<Map<ChangeId, Change>> {
  const changes = new Map<ChangeId, Change>()
  const proofs = proofsOf(bundle, base)
  let last: Change | undefined
  for await (const { value, place } of bundle.lines('data/changes.jsonl')) {
    const change = hold(Change, value, place)
    const { device, counter } = change
    if (change.inspection !== bundle.header.inspectionId || !isVouchedFor(change)) throw appError('change-invalid', { id: change.id })
    if (last?.device === device && counter <= last.counter) throw appError('counter-reused', { device, counter })
    if (last && last.device > device) throw appError('not-canonical', { member: place })
    proofs.add(change)
    changes.set(change.id, change)
    last = change
  }
  proofs.end()
  assertClosed(bundle, changes, base)
  return changes
}

function isVouchedFor(change: Change): boolean {
  const isSorted = change.parents.every((parent, index) => index === 0 || change.parents[index - 1]! < parent)
  return isSorted && hash(unnamed({ ...change, content: null })) === change.id
}

/** Holds the changes of each device against the running hash that a person signed. */
function proofsOf({ header, devices }: OpenBundle, base: Base | null) {
  const chains = new Map([...devices].map(([device, { statement }]) => {
    const counter = header.since[device] ?? 0
    const head = counter === 0 ? GENESIS : base?.headAt(device, counter, statement.person) ?? null
    if (base && head === null) throw appError('log-incomplete', { missing: `${device} ${counter}` })
    return [device, { statement, counter, head }]
  }))
  return {
    add({ id, device, counter, author }: Change): void {
      const chain = chains.get(device)
      if (!chain || counter > chain.statement.counter || author !== chain.statement.person) throw appError('author-unproved', { device, counter })
      if (counter !== chain.counter + 1) throw appError('log-incomplete', { missing: `${device} ${chain.counter + 1}` })
      chain.counter = counter
      chain.head = chain.head && runningHead(hash, chain.head, id)
    },
    end(): void {
      for (const [device, { statement, counter, head }] of chains) {
        if (counter < statement.counter) throw appError('log-incomplete', { missing: `${device} ${counter + 1}` })
        if (head === null || head === statement.head) continue
        const from = header.since[device] // of what builds on changes of before, those may be others here: two histories of one device
        throw from === undefined ? appError('author-unproved', { device, counter }) : appError('counter-reused', { device, counter: from })
      }
    },
  }
}

/** Nothing builds on what is neither inside nor with the reader; the heads of a whole bundle come to its state hash. */
function assertClosed(bundle: OpenBundle, changes: ReadonlyMap<ChangeId, Change>, base: Base | null): void {
  const replaced = new Set([...changes.values()].flatMap(({ parents }) => parents))
  const mayHave = (id: ChangeId) => !isFirst(bundle) && (base === null || base.has(id))
  for (const id of replaced) if (!changes.has(id) && !mayHave(id)) throw appError('log-incomplete', { missing: id })
  if (!isFirst(bundle)) return
  const heads = [...changes.values()].filter(({ id }) => !replaced.has(id))
  if (stateHashOf(hash, heads) !== bundle.header.stateHash) throw appError('state-mismatch', {})
}

async function readContents(bundle: OpenBundle, changes: ReadonlyMap<ChangeId, Change>) {
  const contents = new Map<ChangeId, Content>()
  let last = ''
  for await (const { value, place } of bundle.lines('data/content.jsonl')) {
    const { change, ...content } = hold(ContentLine, value, place)
    if (change <= last) throw appError('not-canonical', { member: place })
    if (changes.get(change)?.commit !== commitOf(content)) throw appError('content-invalid', { change })
    contents.set(change, content)
    last = change
  }
  const entries = [...changes.values()].map((change): Entry => ({ ...change, content: contents.get(change.id) ?? null }))
  return { entries, contents: contents.size }
}

async function readErasures(bundle: OpenBundle, changes: ReadonlyMap<ChangeId, Change>): Promise<Erasure[]> {
  const erasures: Erasure[] = []
  for await (const { value, place } of bundle.lines('data/erasures.jsonl')) {
    const erasure = hold(Erasure, value, place)
    if (erasures.length > 0 && erasure.record.change <= erasures.at(-1)!.record.change) throw appError('not-canonical', { member: place })
    assertErasure(erasure, changes.get(erasure.record.change), bundle)
    erasures.push(erasure)
  }
  return erasures
}

function assertNoGap(entries: readonly Entry[], erasures: readonly Erasure[]): void {
  const erased = new Set(erasures.map(({ record }) => record.change))
  const gap = entries.find(({ id, content }) => content === null && !erased.has(id))
  if (gap) throw appError('content-missing', { change: gap.id })
}

/** One chain per device, whole from its first entry, of its own person, up to the heads that the header names and that person signed. */
async function readLog(bundle: OpenBundle): Promise<LogEntry[]> {
  const { header: { inspectionId, logHead }, devices } = bundle
  const entries: LogEntry[] = []
  let last: LogEntry | undefined
  for await (const { value, place } of bundle.lines('data/log.jsonl')) {
    const entry = hold(LogEntry, value, place)
    const { device, n, previous, hash: own, ...rest } = entry
    if (last && device < last.device) throw appError('not-canonical', { member: place })
    const before = last?.device === device ? last : { n: 0, hash: GENESIS }
    const isOwn = entry.inspection === inspectionId && entry.who === devices.get(device)?.statement.person
    const follows = isOwn && n === before.n + 1 && previous === before.hash
    if (!follows || own !== sha256(`veldtoets/log/v1\0${canonical({ device, n, previous, ...rest })}`)) throw appError('log-chain-broken', { device, n })
    entries.push(entry)
    last = entry
  }
  const heads = Object.fromEntries(entries.map(({ device, n, hash }) => [device, { n, hash }]))
  for (const device of new Set([...Object.keys(heads), ...Object.keys(logHead), ...devices.keys()])) {
    const [found, ...named] = [heads[device], logHead[device], devices.get(device)?.statement.log]
    const agree = named.every((one) => one?.hash === found?.hash && one?.n === found?.n)
    if (!agree) throw appError('log-chain-broken', { device, n: found?.n ?? 0 })
  }
  return entries
}

/** What the inspection names as its framework is the one inside, or a lower threshold would travel under the name of a higher one. */
async function readFramework(bundle: OpenBundle, entries: readonly Entry[]): Promise<Framework> {
  const { id, version, sha256, held } = frameworkIn((await bundle.read('data/framework.json')).toString('latin1'))
  const named = bundle.header.framework
  const isNamed = entries.every(({ entity, field, content }) => entity !== 'inspection' || field !== 'framework' || !content || content.value === named.sha256)
  if (!isNamed || named.sha256 !== sha256 || named.id !== id || named.version !== version) throw appError('framework-mismatch', {})
  return held()
}

/** The framework that bytes (as latin1) hold: one is the same in thousands of bundles, and takes longer to check than all that was answered about it. */
const frameworkIn = remembering(20, (bytes) => {
  const value = parseFile(Buffer.from(bytes, 'latin1'), 'data/framework.json')
  const { id, version } = hold(z.looseObject({ id: z.string(), version: z.string() }), value, 'data/framework.json')
  let framework: Framework | undefined
  return { id, version, sha256: hash(value), held: () => framework ??= parseFramework(value) }
})

/** By id, and with everyone who wrote. */
async function readPersons(bundle: OpenBundle, changes: ReadonlyMap<ChangeId, Change>): Promise<Person[]> {
  const persons = hold(z.array(Person), await bundle.json('data/persons.json'), 'data/persons.json')
  if (persons.some(({ id }, index) => index > 0 && persons[index - 1]!.id >= id)) throw appError('not-canonical', { member: 'data/persons.json' })
  const known = new Set(persons.map(({ id }) => id))
  for (const { id, name } of persons) assertCertified(bundle, id, name)
  for (const { author } of changes.values()) if (!known.has(author)) throw appError('broken-reference', { what: 'person', id: author })
  return persons
}

/** Nobody is told of under a name that the office did not certify for them. */
function assertCertified({ devices }: OpenBundle, person: string, name: string): void {
  const theirs = [...devices.values()].filter(({ statement }) => statement.person === person)
  if (!theirs.some((device) => device.name === [...name].slice(0, 64).join(''))) throw appError('person-uncertified', { id: person })
}

async function readEarlier(bundle: OpenBundle): Promise<Map<string, unknown>> {
  const earlier = new Map<string, unknown>()
  for (const name of bundle.names) {
    if (name.startsWith('data/earlier/')) earlier.set(name.slice('data/earlier/'.length, -'.json'.length), await bundle.json(name))
  }
  return earlier
}

function assertCounts({ header }: OpenBundle, found: BundleCounts): void {
  for (const [what, count] of Object.entries(found)) {
    if (header.counts[what as keyof BundleCounts] !== count) throw appError('count-mismatch', { what })
  }
}
