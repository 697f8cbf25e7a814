import { FIRST_POLICY, Roots } from '../../../shared/domain/enrolment.ts'
import { appError } from '../../../shared/errors.ts'
import { canonicalFile, readCanonicalFile } from '../../crypto/canonical-file.ts'
import { readRoot } from '../../crypto/certificate.ts'
import { pemsIn } from '../../crypto/der.ts'
import { readRoots, type ReadRoot, standsBehind, vouchedAmong } from '../../crypto/lineage.ts'
import { createRoot, succeedRoot } from '../../crypto/root.ts'
import { sixWords } from '../../crypto/words.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context, Handlers } from '../../context.ts'
import { readText } from '../../json-file.ts'
import { writeWhole } from '../../whole-file.ts'
import { assertTrusted, distrust } from './distrust.ts'
import { isOutOfDate, listOf, takeList } from './list.ts'
import { assertOffice, findOwnPass, keepRoot, withRoot } from './office.ts'
import { getRoot, type KnownRoot, lineOf, listKnownRoots, listOwnRoots, listRoots, type Root, saveRoot, travelling } from './repository.ts'

const LARGEST = 1_000_000

type Operations = 'distrust' | 'makeRoot' | 'rollOver' | 'roots' | 'exportList' | 'readList' | 'readRoot' | 'acceptRoot' | 'exportRecovery' | 'exportRoot' | 'exportRoots'

/** The roots from which all trust hangs: the office's own, those of others, and their revocation lists. */
export const roots: Pick<Handlers<'enrolment'>, Operations> = {
  makeRoot: async (context, { name, rootPassphrase }) => {
    assertOffice(context)
    const root = await createRoot(context.path, { name, passphrase: rootPassphrase, now: context.now() }, context.passphraseWork)
    return keepRoot(context, root).then(() => ({ rootWords: sixWords(root.kid) })).finally(root.close)
  },

  rollOver: async (context, { rootPassphrase, name, nextPassphrase }) => {
    assertOffice(context)
    findOwnPass(context)
    const root = await succeedRoot(context.path, rootPassphrase, { name, passphrase: nextPassphrase, now: context.now() }, context.passphraseWork)
    return keepRoot(context, root).then(() => ({ rootWords: sixWords(root.kid), vouched: root.vouched !== null })).finally(root.close)
  },

  distrust: async (context, order) => distrust(context, order),

  roots: (context) => {
    const known = listKnownRoots(context.db)
    return known.map((root) => {
      const list = listOf(root)
      const told = list && { number: list.number, madeAt: list.thisUpdate, nextUpdate: list.nextUpdate, revoked: list.revoked.length }
      const succeeded = known.some(({ vouched }) => vouched?.by === root.id)
      const { id, name, distrusted } = root
      return { id, name, words: sixWords(id), list: told, outOfDate: distrusted === null && isOutOfDate(list, context.now()), succeeded, distrusted }
    })
  },

  exportList: async (context, { file, root }) => {
    const crl = getRoot(context.db, root)?.crl
    if (!crl) throw appError('not-found', { what: 'revocation-list', id: root })
    writeWhole(context.files.toWrite(file).path, crl)
    return { savedAt: context.now() }
  },

  readList: async (context, { file }) => {
    const crl = await readText(context.files.toRead(file).path, LARGEST)
    const { root, list } = context.db.transaction(() => takeList(context, crl)).immediate()
    return { office: root.name, number: list.number, nextUpdate: list.nextUpdate }
  },

  readRoot: async (context, { file }) => {
    const { name, kid, vouchedBy } = await offered(context, file)
    return { name, words: sixWords(kid), pinned: getRoot(context.db, kid) !== undefined, vouchedBy }
  },

  acceptRoot: async (context, { file, rootWords }) => {
    const { name, kid, pins } = await offered(context, file)
    if (sixWords(kid).join(' ') !== rootWords.join(' ')) throw appError('words-differ', {})
    const { db, keys } = context
    db.transaction(() => {
      for (const root of pins.filter(({ id }) => !getRoot(db, id))) {
        saveRoot(db, root)
        appendAudit(context, keys.workspace, 'root', root.id)
      }
    }).immediate()
    return { name }
  },

  exportRecovery: async (context, { rootPassphrase, file }) => withRoot(context, rootPassphrase, (root) => {
    writeWhole(context.files.toWrite(file).path, [root, ...root.earlier].map((one) => `${one.recovery()}\n`).join(''))
    context.db.transaction(() => appendAudit(context, context.keys.workspace, 'recovery-key', root.kid)).immediate()
    return { savedAt: context.now() }
  }),

  exportRoot: async (context, { file }) => {
    const [newest, ...before] = lineOfOwn(context)
    writeWhole(context.files.toWrite(file).path, [newest!, ...before].map(({ certificate }) => certificate).join(''))
    return { rootWords: sixWords(newest!.id) }
  },

  exportRoots: async (context, { file }) => {
    const line = lineOfOwn(context)
    writeWhole(context.files.toWrite(file).path, canonicalFile(Roots.parse({ _type: 'veldtoets/roots/1', roots: travelling(line) })))
    return { rootWords: sixWords(line[0]!.id) }
  },
}

/** The root of one's office and those before it, the newest first; an office has them all, also one before a root that was lost. */
function lineOfOwn({ db, keys }: Context): KnownRoot[] {
  const { root } = findOwnPass({ db, keys })
  return keys.role === 'office' ? listOwnRoots(db).filter(({ distrusted }) => distrusted === null) : lineOf(db, root)
}

/** The root that a file offers, and what accepting it pins: those on the way from one that is pinned, or else only itself. */
async function offered({ db, now, files }: Context, file: string): Promise<{ name: string; kid: string; vouchedBy: string | null; pins: Root[] }> {
  const text = await readText(files.toRead(file).path, LARGEST)
  const acceptedAt = now()
  const blank = { recipients: [], recovery: null, policy: FIRST_POLICY, passNumber: 0, acceptedAt }
  if (!text.startsWith('{')) {
    const certificate = pemsIn(text)[0]!
    const { kid, name } = readRoot(certificate)
    assertTrusted(getRoot(db, kid))
    return { name, kid, vouchedBy: null, pins: [{ ...blank, id: kid, name, certificate, crl: null, vouched: null }] }
  }
  const { roots } = readCanonicalFile(text, { member: 'root', type: 'veldtoets/roots/1', schema: Roots, typeOf: ({ _type }) => _type })
  const line = readRoots(roots)
  const pinned = listRoots(db).map(({ certificate }) => readRoot(certificate))
  const ended = listKnownRoots(db).filter(({ distrusted }) => distrusted !== null).map(({ id }) => id)
  const behind = standsBehind(pinned, line, new Set(ended))
  const known = [...pinned, ...line.map(({ read }) => read)]
  const pinOf = (one: ReadRoot): Root => ({ ...blank, id: one.read.kid, name: one.read.name, certificate: one.root, crl: one.crl, vouched: vouchedAmong(known, one) })
  const { kid, name } = line[0]!.read
  assertTrusted(getRoot(db, kid))
  return { name, kid, vouchedBy: behind?.by.name ?? null, pins: (behind?.steps ?? line.slice(0, 1)).map(pinOf) }
}
