import { appError } from '../../../shared/errors.ts'
import { isFrom } from '../../crypto/trust.ts'
import { sixWords } from '../../crypto/words.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Db } from '../../db/open.ts'
import type { Context } from '../../context.ts'
import { listSignedSince } from '../bundle/repository.ts'
import { getRoot, type KnownRoot, listKnownRoots, listOwnRoots, saveDistrust } from './repository.ts'

/** Errors: `root-distrusted`. */
export function assertTrusted(root: Pick<KnownRoot, 'name' | 'distrusted'> | undefined): void {
  if (root?.distrusted) throw appError('root-distrusted', { office: root.name, since: root.distrusted.since.slice(0, 10) })
}

/**
 * Ends the trust in a root of which others may have the key, for good, and in what was pinned here on its word since that day. What had come in before stays as it was;
 * `later` is what came in since, for a person to look at. An office first makes its next root. Errors: `not-found`, `words-differ`, `root-distrusted`, `root-in-use`.
 */
export function distrust(context: Context, { root: id, rootWords, since, reason }: { root: string; rootWords: readonly string[]; since: string | null; reason: string }) {
  const { db, keys, now, person } = context
  const root = getRoot(db, id)
  if (!root) throw appError('not-found', { what: 'root', id })
  if (sixWords(id).join(' ') !== rootWords.join(' ')) throw appError('words-differ', {})
  assertTrusted(root)
  const own = keys.role === 'office' ? listOwnRoots(db).map((one) => one.id) : []
  if (own[0] === id) throw appError('root-in-use', {})
  const at = now()
  const from = since !== null && since < at ? since : at
  const ended = endedWith(listKnownRoots(db).filter((one) => !own.includes(one.id)), root, from)
  db.transaction(() => {
    for (const one of ended) {
      saveDistrust(db, one.id, { since: from, at, by: person.name, reason })
      appendAudit(context, keys.workspace, 'root-distrusted', one.id)
    }
  }).immediate()
  keys.endEscrow(ended.map((one) => one.id))
  return { savedAt: at, ended: ended.map(({ name }) => name), later: laterOf(db, ended, from) }
}

/** The root, and those behind which it stands that were pinned since: who has its key can vouch as well. */
function endedWith(known: readonly KnownRoot[], root: KnownRoot, from: string): KnownRoot[] {
  const next = known.filter(({ id, vouched, acceptedAt, distrusted }) => id !== root.id && vouched?.by === root.id && acceptedAt >= from && distrusted === null)
  const rest = known.filter((one) => !next.includes(one))
  return [root, ...next.flatMap((one) => endedWith(rest, one, from))]
}

/** The bundles that came in since a moment and hang from these roots, by the hash of their manifest. */
function laterOf(db: Db, roots: readonly KnownRoot[], from: string): { manifest: string; words: string[]; at: string }[] {
  const signed = listSignedSince(db, from).filter(({ pem }) => roots.some(({ certificate }) => isFrom(certificate, pem)))
  return [...new Map(signed.map((one) => [one.manifest, one])).values()].map(({ manifest, at }) => ({ manifest, words: sixWords(manifest), at }))
}
