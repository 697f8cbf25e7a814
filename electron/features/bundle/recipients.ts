import type { Context } from '../../context.ts'
import { findPass, getRoot } from '../enrolment/repository.ts'

/** The keys of the office that enrolled this person, and one's own, so that what was handed over can be read again; none where the office has none. */
export function officeRecipients({ db, keys }: Context): string[] {
  const pass = findPass(db, keys.signing()?.kid)
  const office = pass ? getRoot(db, pass.root)!.recipients : []
  return office.length > 0 ? [...new Set([...office, keys.recipient])] : []
}
