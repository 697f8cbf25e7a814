import type { BundleHeader } from '../../../shared/domain/bundle.ts'
import { textKeyOf } from '../../../shared/domain/privacy-fold.ts'
import { clash, type Link } from '../../../shared/domain/sequence.ts'
import { appError } from '../../../shared/errors.ts'
import { readKeyring } from '../../crypto/keyring.ts'
import { sixWords } from '../../crypto/words.ts'
import { listAudit } from '../../db/audit.ts'
import { listHeads } from '../../db/change-log.ts'
import type { Context } from '../../context.ts'
import { getRoot, listOwnRoots } from '../enrolment/repository.ts'
import { listTeam } from '../inspection/repository.ts'
import type { OpenBundle } from './open.ts'
import { findTwin, listBundles, type StoredBundle } from './repository.ts'

const linkOf = ({ manifest, header }: Pick<StoredBundle, 'manifest' | 'header'>): Link =>
  ({ manifest, sequence: header.sequence, previous: header.previousBundle.sha256 })

/**
 * Holds a bundle whose audit chains are here against the others of its device. Two that bear one number, or do not follow each other, are two histories: a copied
 * workspace, or one that was rewritten. Unless the one chain tells of both, as it does after a crash between writing a file and entering it.
 */
export function assertOneHistory({ db }: Context, manifest: string, header: BundleHeader): void {
  const { bundleId, inspectionId: inspection, deviceId: device, sequence } = header
  const forked = () => appError('bundle-forked', { device, sequence })
  if (findTwin(db, bundleId, manifest)) throw forked()
  const arriving = linkOf({ manifest, header })
  const clashing = listBundles(db, inspection).filter((other) => other.header.deviceId === device && clash(linkOf(other), arriving))
  if (clashing.length === 0) return
  const told = new Set(listAudit(db, inspection).filter((row) => row.device === device).map(({ body }) => String(JSON.parse(body).reference)))
  if ([bundleId, ...clashing.map((other) => other.header.bundleId)].some((id) => !told.has(id))) throw forked()
}

/** Whether who signed is named in a team; a team nobody entered leaves that open. */
export function isOfTeam(team: readonly string[], name: string): boolean {
  return team.length === 0 || team.some((one) => textKeyOf(one) === textKeyOf(name))
}

/** An office takes in only what was handed over to it, by as many persons as it asks: a program that was altered, or a pass of before, may ask for fewer. */
export function assertForHere({ db, keys }: Context, { purpose, destination }: BundleHeader, { signers }: Pick<OpenBundle, 'signers'>): void {
  if (keys.role !== 'office' || purpose !== 'handover') return
  const [newest, ...before] = listOwnRoots(db)
  const isHere = destination === null || [newest, ...before].some((root) => root?.id === destination)
  if (!isHere) throw appError('wrong-destination', { office: getRoot(db, destination)?.name ?? sixWords(destination).join(' ') })
  const [found, needed] = [new Set(signers.map(({ person }) => person)).size, newest?.policy.signers ?? 1]
  if (found < needed) throw appError('signers-too-few', { found, needed })
}

/** Where the office itself made up the team, a hand-over of which no signer is in it does not count: the bundle may not add its own signers. */
export function assertAssigned({ db, keys, path }: Context, { purpose, inspectionId }: BundleHeader, { signers }: Pick<OpenBundle, 'signers'>): void {
  if (keys.role !== 'office' || purpose !== 'handover') return
  const { persons } = readKeyring(path)
  const authors = new Map(listHeads(db, inspectionId, 'member').map(({ entityId, author }) => [entityId, author]))
  const team = listTeam(db, inspectionId).flatMap(({ id, member }) => (member.value && persons.includes(authors.get(id) ?? '') ? [member.value.name] : []))
  if (!signers.some(({ name }) => isOfTeam(team, name))) throw appError('not-assigned', { signers: signers.map(({ name }) => name).join(', ') })
}
