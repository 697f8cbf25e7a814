import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'vitest'
import { listEntries } from '../../electron/db/change-log.ts'
import { at, lookAt, newInspection, openMachine, openTestFolder, PASSPHRASE } from '../helpers/backend.ts'

/** What a laptop acknowledged before it was killed; -1 where it came to nothing. */
interface Acknowledged { record: number; draft: number }

/** A laptop with one inspection, to be killed over and over. */
export async function openVictim() {
  const home = openTestFolder()
  const machine = openMachine(home)
  const person = { name: 'A. Bakker', inspectorate: 'Inspectie Jeugdzorg' }
  await machine.api.workspace.create({ folder: 'werk', role: 'field', person, passphrase: PASSPHRASE })
  const inspection = await newInspection(machine)
  machine.close()
  return { home, inspection }
}
type Victim = Awaited<ReturnType<typeof openVictim>>

/** Starts a process that works without end, and kills it so many milliseconds after it is open and has acknowledged so many changes. */
export async function killAfter(wait: number, changes: number, { home, inspection }: Victim, from: number, mode: 'careful' | 'careless'): Promise<Acknowledged> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), home, inspection, String(from), mode], {
    env: { ...process.env, VELDTOETS_PASSPHRASE: PASSPHRASE, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(home, 'compiled') }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged: Acknowledged = { record: -1, draft: -1 }
  const ended = once(child, 'close')
  let timer: NodeJS.Timeout | undefined
  let recorded = 0
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.endsWith('}')) continue // cut off by the kill itself
    const { kind, n } = JSON.parse(line) as { kind: string; n: number }
    if (kind === 'record' || kind === 'draft') acknowledged[kind] = n
    if (kind === 'record') recorded++
    if (recorded >= changes) timer ??= setTimeout(() => child.kill('SIGKILL'), wait)
  }
  await ended
  if (child.signalCode !== 'SIGKILL') throw new Error(`the process ended by itself: ${child.exitCode}`)
  return acknowledged
}

/** Opens what is left as its owner would, and tells what is in it. */
export async function lookAfter({ home, inspection }: Victim) {
  const machine = openMachine(home)
  await machine.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  const entries = listEntries(machine.db(), inspection)
  const records = entries.filter(({ entityId, field }) => entityId === '1.1.1' && field === 'rationale').map(({ content }) => content?.value)
  const { draft } = await lookAt(machine, at(inspection, 'finding', '1.1.2', 'rationale'))
  const replaced = new Set(entries.flatMap(({ parents }) => parents))
  const headsOfLog = entries.map(({ id }) => id).filter((id) => !replaced.has(id)).sort()
  const heads = machine.db().prepare('SELECT change FROM head WHERE inspection = ? ORDER BY change').pluck().all(inspection)
  const diagnosis = await machine.api.doctor.check({})
  machine.close()
  return { records, draft: typeof draft === 'string' ? Number(draft.split(' ')[1]) : -1, heads, headsOfLog, diagnosis }
}

/** Kills a laptop so many times and holds what is left against what it acknowledged; returns how many changes that were. */
export async function killOver(rounds: number, victim: Victim, waitOf: () => number): Promise<number> {
  let recorded = 0
  for (let round = 0; round < rounds; round++) {
    const acknowledged = await killAfter(waitOf(), round % 2 === 0 ? 3 : 0, victim, recorded, 'careful')
    const { records, draft, heads, headsOfLog, diagnosis } = await lookAfter(victim)
    expect(records.length, 'changes').toBeGreaterThan(acknowledged.record)
    expect(records).toEqual(records.map((_, n) => `regel ${n}`))
    expect(draft, 'draft').toBeGreaterThanOrEqual(acknowledged.draft)
    expect(heads).toEqual(headsOfLog)
    expect(diagnosis).toMatchObject({ good: true, findings: [] })
    recorded = records.length
  }
  return recorded
}

/** Waits of 50 to 300 ms, the same ones for the same seed (mulberry32). */
export function waitsOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return 50 + (((mixed ^ (mixed >>> 14)) >>> 0) % 251)
  }
}
