import { z } from 'zod'
import { Change, Content, type ChangeId } from '../../../shared/domain/change.ts'
import { Person } from '../../../shared/domain/person.ts'
import { hold } from '../../crypto/canonical-file.ts'
import { canonical } from '../../crypto/hash.ts'
import { openSealedFile } from '../../crypto/sealed-file.ts'
import { isKnown } from '../../db/change-log.ts'
import type { Context, Handlers } from '../../context.ts'
import { openBundleIn, type OpenBundle } from './open.ts'
import { apartOf, noteLook } from './quarantine.ts'

type Look = Awaited<ReturnType<Handlers<'bundle'>['lookApart']>>
type Line = Look['entries'][number]

const SHOWN = 500
const LONGEST = 1_000
const ContentLine = Content.extend({ change: Change.shape.id })
const Numbered = z.looseObject({ id: z.string(), number: z.string() })

/**
 * Tells what a bundle that was set apart says and is not here, out of its sealed bytes: nothing lies in the clear. Its bytes were checked when it was set apart; its records may
 * not agree with each other, so that they are read one by one. Who looked and why is kept.
 */
export async function lookApart(context: Context, { manifest, reason }: { manifest: string; reason: string }, signal: AbortSignal): Promise<Look> {
  noteLook(context, manifest, reason, false)
  const { db, keys, now } = context
  const trust = { roots: [], crls: [], at: now(), undated: true }
  const bundle = await openBundleIn(await openSealedFile(apartOf(context, manifest), keys.evidenceKey), trust, { signal, proposal: true })
  try {
    const changes = new Map<ChangeId, Change>()
    for await (const { value, place } of bundle.lines('data/changes.jsonl')) {
      const change = hold(Change, value, place)
      if (!isKnown(db, change.id)) changes.set(change.id, change)
    }
    return { madeAt: bundle.header.madeAt, known: bundle.header.counts.changes - changes.size, ...await linesOf(bundle, changes) }
  } finally {
    await bundle.close()
  }
}

async function linesOf(bundle: OpenBundle, changes: ReadonlyMap<ChangeId, Change>): Promise<Pick<Look, 'entries' | 'more'>> {
  const shown = new Map([...changes].slice(-SHOWN))
  const contents = new Map<ChangeId, Content>()
  for await (const { value, place } of bundle.lines('data/content.jsonl')) {
    const { change, ...content } = hold(ContentLine, value, place)
    if (shown.has(change)) contents.set(change, content)
  }
  const names = new Map(hold(z.array(Person), await bundle.json('data/persons.json'), 'data/persons.json').map(({ id, name }) => [id, name]))
  const numbers = numbersIn(await bundle.json('data/framework.json'))
  const entries = [...shown.values()].map(({ id, entity, entityId, field, author, at }): Line => {
    const content = contents.get(id)
    return { entity, field, number: numbers.get(entityId.split('/')[0]!) ?? null, value: content ? textOf(content.value) : null, reason: content?.reason ?? null, by: names.get(author) ?? null, at }
  })
  return { entries, more: changes.size - shown.size }
}

/** The numbers of criteria and expectations, wherever they stand: the framework of a bundle that is apart was not checked. */
function numbersIn(value: unknown, found = new Map<string, string>()): Map<string, string> {
  if (typeof value !== 'object' || value === null) return found
  const numbered = Numbered.safeParse(value).data
  if (numbered) found.set(numbered.id, numbered.number)
  for (const part of Object.values(value)) numbersIn(part, found)
  return found
}

function textOf(value: Content['value']): string {
  const points = [...(typeof value === 'string' ? value : canonical(value))]
  return points.length > LONGEST ? `${points.slice(0, LONGEST).join('')}…` : points.join('')
}
