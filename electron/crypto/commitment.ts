import { hash, randomBytes } from 'node:crypto'

/** What every salt of one adopted page follows from: 32 random bytes in hex, never told. */
export const newCommitmentSeed = () => randomBytes(32).toString('hex')

/** From which the salts of one fragment follow: telling it opens that fragment and no other. */
export const fragmentSeedOf = (seed: string, fragment: number) => hash('sha256', `veldtoets/fragment-seed/1\n${seed}\n${fragment}\n`)

/** The salt of one piece of a fragment: telling it opens that piece and no other. */
export const pieceSaltOf = (fragmentSeed: string, piece: number) => hash('sha256', `veldtoets/piece-salt/1\n${fragmentSeed}\n${piece}\n`)

/** Vouches for what stands at a place without telling it: without the salt of 32 bytes nobody can try what it may have been. */
export const pieceCommitmentOf = (salt: string, fragment: number, piece: number, text: string) =>
  hash('sha256', `veldtoets/piece/1\n${salt}\n${fragment}\n${piece}\n${text}`)

/** Vouches for a fragment: for each of its pieces, for their order and their number. */
export const fragmentCommitmentOf = (fragment: number, pieces: readonly string[]) => hash('sha256', `veldtoets/fragment/1\n${fragment}\n${linesOf(pieces)}`)

/** Vouches for all fragments of a page, in their order. */
export const pageCommitmentOf = (fragments: readonly string[]) => hash('sha256', `veldtoets/page/1\n${linesOf(fragments)}`)

/** The commitments to the pieces of a fragment that is told whole. */
export const piecesFrom = (fragmentSeed: string, fragment: number, pieces: readonly string[]) =>
  pieces.map((text, piece) => pieceCommitmentOf(pieceSaltOf(fragmentSeed, piece), fragment, piece, text))

const linesOf = (hashes: readonly string[]) => hashes.map((one) => `${one}\n`).join('')
