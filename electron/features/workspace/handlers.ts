import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '../../../shared/api/client.ts'
import type { OpenWorkspace } from '../../../shared/domain/workspace.ts'
import { readKeyring } from '../../crypto/keyring.ts'
import { listPersons } from '../../db/person.ts'
import type { Handlers, Session, Workspace } from '../../context.ts'
import { judgeExample, readExampleFiles } from '../../example.ts'
import { addPersonTo, createWorkspace, listWorkspaces, lockWorkspace, switchPerson, unlockWorkspace } from '../../workspace.ts'

export const workspace: Handlers<'workspace'> = {
  status: ({ workspace }) => workspace && statusOf(workspace),

  list: ({ host }) => listWorkspaces(host),

  create: async (session, { folder, ...newcomer }) => {
    const place = { folder, path: join(session.host.home, folder), example: false }
    return open(session, createWorkspace(session.host, place, newcomer))
  },

  unlock: async (session, { folder, passphrase }) => open(session, unlockWorkspace(session.host, folder, passphrase)),

  lock: async (session) => {
    lockWorkspace(session)
    return {}
  },

  openExample: async (session) => {
    const path = join(tmpdir(), `veldtoets-example-${session.host.newSalt().slice(0, 12)}`)
    const person = { name: 'Inspecteur A', inspectorate: 'Inspectie Jeugdzorg' }
    const newcomer = { role: 'field' as const, person, passphrase: session.host.newSalt() }
    const status = await open(session, createWorkspace(session.host, { folder: 'Voorbeeld', path, example: true }, newcomer))
    const api = createClient(session.send)
    const rounds = await judgeExample(api)
    await readExampleFiles(api, [...rounds.values()].at(-1)!)
    return status
  },

  addPerson: (context, { person, passphrase }) => addPersonTo(context, person, passphrase),

  switch: async (session, { passphrase }) => statusOf(await switchPerson(session, passphrase)),

  people: ({ db, path }) => {
    const { persons } = readKeyring(path)
    return listPersons(db).filter(({ id }) => persons.includes(id))
  },

  persons: ({ db }) => listPersons(db),
}

/** One workspace is open at a time: the next closes the one before, once it is open itself. */
async function open(session: Session, opening: Promise<Workspace>): Promise<OpenWorkspace> {
  const opened = await opening
  lockWorkspace(session)
  session.workspace = opened
  return statusOf(opened)
}

const statusOf = ({ folder, keys, person, example }: Workspace): OpenWorkspace => ({ folder, role: keys.role, person, example })
