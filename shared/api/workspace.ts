import { z } from 'zod'
import { Person } from '../domain/person.ts'
import { FolderName, OpenWorkspace, Passphrase, WorkspaceRole } from '../domain/workspace.ts'
import { action, anytime, query } from './define.ts'
import { Handle } from './handle.ts'

const Nothing = z.strictObject({})

export const workspace = {
  /** The workspace that is open; null when none is. */
  status: anytime.query(Nothing, OpenWorkspace.nullable()),
  list: anytime.query(Nothing, z.array(z.strictObject({ folder: FolderName, role: WorkspaceRole.nullable() }))),
  create: anytime.action(
    z.strictObject({ folder: FolderName, role: WorkspaceRole, person: Person.omit({ id: true }), passphrase: Passphrase }),
    OpenWorkspace,
  ),
  unlock: anytime.action(z.strictObject({ folder: FolderName, passphrase: Passphrase }), OpenWorkspace),
  /** For who forgot a passphrase: writes a request to the office under a new one, with six words to read aloud. */
  askRecovery: anytime.action(z.strictObject({ folder: FolderName, passphrase: Passphrase, file: Handle }), z.strictObject({ words: z.array(z.string()).length(6) })),
  /** Opens a workspace with the office's answer and the new passphrase. The signing key is not given back: access is asked for anew. */
  recover: anytime.action(z.strictObject({ folder: FolderName, passphrase: Passphrase, file: Handle }), OpenWorkspace),
  /** Makes changes of all drafts and closes the workspace. */
  lock: anytime.action(Nothing, Nothing),
  /** Opens a throw-away workspace with the worked case of Drenthe in it. */
  openExample: anytime.action(Nothing, OpenWorkspace),
  /** Gives someone else an own passphrase on this laptop; what they write carries their name. */
  addPerson: action(z.strictObject({ person: Person.omit({ id: true }), passphrase: Passphrase }), z.strictObject({ id: z.uuid() })),
  /** Lets another person of this laptop go on where one stopped: whoever the passphrase fits. Drafts of the one before become changes. */
  switch: anytime.action(z.strictObject({ passphrase: Passphrase }), OpenWorkspace),
  /** Everyone with a passphrase of their own on this laptop. */
  people: query(Nothing, z.array(Person)),
  /** Everyone whose name can stand beside an answer. */
  persons: query(Nothing, z.array(Person)),
}
