import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '../../../shared/api/client.ts'
import type { OpenWorkspace } from '../../../shared/domain/workspace.ts'
import { readKeyring } from '../../crypto/keyring.ts'
import { askRecovery } from '../../crypto/recovery.ts'
import { listPersons } from '../../db/person.ts'
import type { Handlers, Session, Workspace } from '../../context.ts'
import { judgeExample, readExampleFiles } from '../../example.ts'
import { readText } from '../../json-file.ts'
import { writeWhole } from '../../whole-file.ts'
import { addPersonTo, createWorkspace, listWorkspaces, lockWorkspace, recoverWorkspace, switchPerson, unlockWorkspace } from '../../workspace.ts'

export const workspace: Handlers<'workspace'> = {
  status: ({ workspace }) => workspace && statusOf(workspace),

  list: ({ host }) => listWorkspaces(host),

  create: async (session, { folder, ...newcomer }) => {
    const place = { folder, path: join(session.host.home, folder), example: false }
    return open(session, createWorkspace(session.host, place, newcomer))
  },

  unlock: async (session, { folder, passphrase }) => open(session, unlockWorkspace(session.host, folder, passphrase)),

  askRecovery: async ({ host }, { folder, passphrase, file }) => {
    const { text, words } = await askRecovery(join(host.home, folder), passphrase, host.passphraseWork)
    writeWhole(host.files.toWrite(file).path, text)
    return { words }
  },

  recover: async (session, { folder, passphrase, file }) => {
    const answer = await readText(session.host.files.toRead(file).path, 100_000)
    return open(session, recoverWorkspace(session.host, { folder, passphrase, answer }))
  },

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
