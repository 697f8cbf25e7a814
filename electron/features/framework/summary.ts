import { assessedOf, type Framework, listedOf } from '../../../shared/domain/framework.ts'
import { hash } from '../../crypto/hash.ts'

/** A version in one line. */
export function summaryOf(framework: Framework) {
  const { id, version, title, unfinished = null } = framework
  const ownWording = listedOf(framework).filter(({ wording }) => wording === 'ownWording').length
  return { hash: hash(framework), id, version, title, unfinished, listed: listedOf(framework).length, assessed: assessedOf(framework).length, ownWording }
}
