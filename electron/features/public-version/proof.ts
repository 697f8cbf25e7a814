import type { AdoptionStatement } from '../../../shared/domain/adoption.ts'
import type { CutPage } from '../../../shared/domain/commitment.ts'
import type { PublicFragment } from '../../../shared/domain/public-version.ts'
import type { Ground } from '../../../shared/domain/redaction.ts'
import { appError } from '../../../shared/errors.ts'
import {
  fragmentCommitmentOf, fragmentSeedOf, pageCommitmentOf, pieceCommitmentOf, pieceSaltOf, piecesFrom,
} from '../../crypto/commitment.ts'
import { hash } from '../../crypto/hash.ts'
import type { Told } from './page.ts'

/** What an adoption states of its page, from the secret seed. */
export function committed({ shape, fragments }: CutPage, seed: string): Pick<AdoptionStatement, 'fragments' | 'shape' | 'page'> {
  return { fragments: fragments.length, shape: hash(shape), page: pageCommitmentOf(fragments.map((_pieces, index) => commitmentOf(fragments, seed, index))) }
}

function commitmentOf(fragments: CutPage['fragments'], seed: string, fragment: number): string {
  return fragmentCommitmentOf(fragment, piecesFrom(fragmentSeedOf(seed, fragment), fragment, fragments[fragment]!))
}

/** A fragment as it becomes public: with the seed or the salts of what stays, and of what does not nothing but commitments. */
export function publicFragmentOf({ fragments }: CutPage, seed: string, fragment: number, grounds: readonly (Ground | null)[]): PublicFragment {
  const pieces = fragments[fragment]!
  const own = fragmentSeedOf(seed, fragment)
  if (grounds.every((ground) => ground === null)) return { seed: own, pieces: [...pieces] }
  if (grounds.every((ground) => ground !== null)) return { ground: grounds[0]!, commitment: commitmentOf(fragments, seed, fragment) }
  return {
    pieces: pieces.map((text, index) => {
      const [salt, ground] = [pieceSaltOf(own, index), grounds[index]!]
      return ground === null ? { salt, text } : { ground, commitment: pieceCommitmentOf(salt, fragment, index, text) }
    }),
  }
}

/** What a public fragment commits to. */
export function commitmentIn(one: PublicFragment, fragment: number): string {
  if ('commitment' in one) return one.commitment
  if ('seed' in one) return fragmentCommitmentOf(fragment, piecesFrom(one.seed, fragment, one.pieces))
  return fragmentCommitmentOf(fragment, one.pieces.map((piece, index) =>
    ('salt' in piece ? pieceCommitmentOf(piece.salt, fragment, index, piece.text) : piece.commitment)))
}

/** What a public fragment tells. */
export function toldBy(one: PublicFragment): Told {
  if ('commitment' in one) return { pieces: [null], grounds: [one.ground] }
  if ('seed' in one) return { pieces: one.pieces, grounds: one.pieces.map(() => null) }
  return { pieces: one.pieces.map((piece) => ('salt' in piece ? piece.text : null)), grounds: one.pieces.map((piece) => ('salt' in piece ? null : piece.ground)) }
}

/** Refuses fragments, by what each commits to, and a shape that are not what was adopted. Errors: `commitment-mismatch`. */
export function assertCommitted(statement: Pick<AdoptionStatement, 'fragments' | 'shape' | 'page'>, shape: CutPage['shape'], commitments: readonly string[]): void {
  const isWhole = statement.fragments === commitments.length && statement.shape === hash(shape)
  if (!isWhole || statement.page !== pageCommitmentOf(commitments)) throw appError('commitment-mismatch', {})
}
