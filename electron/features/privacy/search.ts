import names from '../../../resources/names-nl.json' with { type: 'json' }
import type { ChangeId, Entry } from '../../../shared/domain/change.ts'
import { dutchDayOf } from '../../../shared/domain/dutch-day.ts'
import { textsOf, type Told } from '../../../shared/domain/privacy-answer.ts'
import type { Hit } from '../../../shared/domain/privacy-hit.ts'
import { type Lexicon, lexiconOf, NameList } from '../../../shared/domain/privacy-lexicon.ts'
import { findPersonalData } from '../../../shared/domain/privacy.ts'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/open.ts'

type Clocked = Pick<Context, 'db' | 'now'>
/** Where in a change something was found. */
type Placed = Hit & Pick<Told, 'at'>

let lexicon: Lexicon | null = null
const NOTHING: ReadonlySet<string> = new Set()

/** All that looks like personal data in a text, whatever was answered. */
export const searchText = ({ now }: Pick<Context, 'now'>, text: string): Hit[] =>
  findPersonalData(text, { lexicon: lexicon ??= lexiconOf(NameList.parse(names)), allowed: NOTHING, today: dutchDayOf(now()) })

/** What was found in changes on one day. What a change says never alters, so it is looked through once; kept are places and no text. */
const searched = new WeakMap<Db, Searched>()
/** `explained` is per inspection what the ids of answers are about, by the change that tells. */
type Searched = { day: string; byChange: Map<ChangeId, Placed[]>; explained: Map<string, Explained> }
type Explained = Map<ChangeId, ReadonlyMap<string, string>>

/** The same in all that a change says and that was not erased, with the texts in which it stands. */
export function searchEntry(context: Clocked, entry: Entry): (Hit & Told)[] {
  const { content, entity } = entry
  if (content === null || entity === 'member') return [] // who inspects is named on purpose
  const { byChange } = searchedToday(context)
  const known = byChange.get(entry.id)
  if (known?.length === 0) return []
  const texts = textsOf(content)
  if (known) {
    const textAt = new Map(texts.map(({ at, text }) => [at, text]))
    return known.map((hit) => ({ ...hit, text: textAt.get(hit.at)! }))
  }
  const found = texts.flatMap(({ at, text }) => searchText(context, text).map((hit) => ({ ...hit, at, text })))
  byChange.set(entry.id, found.map(({ text: _text, ...place }) => place))
  return found
}

/** What is known of answers: it may be added to, and whoever reads it takes out what was erased. */
export function explainedIn(context: Clocked, inspection: string): Explained {
  const { explained } = searchedToday(context)
  const known: Explained = explained.get(inspection) ?? new Map()
  explained.set(inspection, known)
  return known
}

function searchedToday({ db, now }: Clocked): Searched {
  const day = dutchDayOf(now())
  const known = searched.get(db)
  if (known?.day === day) return known
  const empty: Searched = { day, byChange: new Map(), explained: new Map() }
  searched.set(db, empty)
  return empty
}
