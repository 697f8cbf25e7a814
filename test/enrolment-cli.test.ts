import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestFolder } from './helpers/folder.ts'
import { ROOT_PASSPHRASE, run } from './helpers/command.ts'

const NEXT = 'de tweede wortel ligt in een andere kluis'
type Env = Record<string, string>

/** Runs a command that must succeed, and gives its JSON. */
async function done(typed: string[], env: Env = {}) {
  const ran = await run([...typed, '--json'], { env })
  if (ran.status !== 0) throw new Error(`${typed.join(' ')}: ${ran.stderr}${ran.stdout}`)
  return ran.json
}
/** The code with which a command is refused. */
const refused = async (typed: string[], env: Env = {}) => (await run([...typed, '--json'], { env })).json.failure.code as string

test('all that an office and its inspectors do about access can be done by commands', async () => {
  const folder = openTestFolder()
  const file = (name: string) => join(folder, name)
  const [field, office, other] = [file('veld'), file('kantoor'), file('elders')]
  const at = (workspace: string) => ['--workspace', workspace]
  const sixth = (words: string[]) => ['--words', words.join(' ')]
  await done(['init', ...at(field), '--role', 'field', '--name', 'A. Bakker'])
  for (const [desk, name] of [[office, 'Kantoor Noord'], [other, 'Kantoor Zuid']] as const) {
    await done(['init', ...at(desk), '--role', 'office', '--name', 'Bureau'])
    await done(['root', 'make', ...at(desk), '--name', name])
  }

  const asked = await done(['request', ...at(field), '--out', file('a.veldrequest')])
  expect(await done(['request', 'read', file('a.veldrequest'), ...at(office)])).toMatchObject({ person: { name: 'A. Bakker' }, words: asked.words })
  const grant = ['grant', file('a.veldrequest'), ...at(office), '--out', file('a.veldpass')]
  expect(await refused([...grant, ...sixth(asked.words.toReversed())])).toBe('words-differ')
  expect(await refused([...grant, ...sixth(asked.words)], { VELDTOETS_ROOT_PASSPHRASE: 'een wachtzin die het niet is' })).toBe('passphrase-wrong')
  await done([...grant, ...sixth(asked.words)])
  const pass = await done(['pass', 'read', file('a.veldpass'), ...at(field)])
  expect(pass).toMatchObject({ office: 'Kantoor Noord', pinned: false, vouchedBy: null })
  expect(await refused(['pass', 'accept', file('a.veldpass'), ...at(field), ...sixth(asked.words)])).toBe('words-differ')
  await done(['pass', 'accept', file('a.veldpass'), ...at(field), ...sixth(pass.rootWords)])
  const certificates = await done(['certificates', ...at(office)])
  const { kid } = certificates.find(({ person }: { person: { name: string } }) => person.name === 'A. Bakker')
  expect((await run(['certificates', ...at(office)])).stdout).toContain(`${kid}  A. Bakker`)

  const root = await done(['root', 'export', ...at(other), '--out', file('zuid.pem')])
  expect(await done(['root', 'read', file('zuid.pem'), ...at(field)])).toMatchObject({ name: 'Kantoor Zuid', words: root.rootWords, pinned: false })
  await done(['root', 'accept', file('zuid.pem'), ...at(field), ...sixth(root.rootWords)])
  await done(['crl', ...at(other), '--out', file('zuid.crl')])
  expect(await done(['crl', 'read', file('zuid.crl'), ...at(field)])).toMatchObject({ office: 'Kantoor Zuid', number: 1 })

  const roll = ['root', 'roll', ...at(office), '--name', 'Kantoor Noord']
  expect(await refused(roll, { VELDTOETS_ROOT_PASSPHRASE: 'een wachtzin die het niet is', VELDTOETS_NEW_ROOT_PASSPHRASE: NEXT })).toBe('passphrase-wrong')
  expect(await run(roll)).toMatchObject({ status: 2, stderr: expect.stringContaining('VELDTOETS_NEW_ROOT_PASSPHRASE') })
  const rolled = await done(roll, { VELDTOETS_NEW_ROOT_PASSPHRASE: NEXT })
  expect(rolled.vouched).toBe(true)
  await done(['root', 'hand', ...at(office), '--out', file('noord.veldroot')])
  expect(await done(['root', 'read', file('noord.veldroot'), ...at(field)])).toMatchObject({ words: rolled.rootWords, vouchedBy: 'Kantoor Noord' })
  const env = { VELDTOETS_ROOT_PASSPHRASE: NEXT }
  expect(await run(['policy', ...at(office), '--signers', '0'])).toMatchObject({ status: 2 })
  expect(await done(['policy', ...at(office), '--signers', '2'])).toEqual({ signers: 2 })
  expect(await run(['renew', kid, ...at(office)], { env })).toMatchObject({ status: 2, stderr: expect.stringContaining('--out') })
  await done(['renew', kid, ...at(office), '--out', file('b.veldpass')], env)
  await done(['pass', 'accept', file('b.veldpass'), ...at(field), ...sixth(rolled.rootWords)])
  expect((await done(['call', 'enrolment.status', '{}', ...at(field)])).pass).toMatchObject({ signers: 2, rootWords: rolled.rootWords })

  const forgotten = { VELDTOETS_PASSPHRASE: 'een nieuwe wachtzin die ik onthoud' }
  const recovery = await done(['recover', 'ask', ...at(field), '--out', file('c.veldrecovery')], forgotten)
  const answer = ['recover', 'answer', file('c.veldrecovery'), ...at(office), ...sixth(recovery.words), '--out', file('c.veldrecovered')]
  expect(await run([...answer, '--person', 'B. Visser'], { env })).toMatchObject({ status: 2, stderr: expect.stringContaining('A. Bakker') })
  await done(answer, env)
  expect(await refused(['recover', file('c.veldrecovered'), ...at(field)])).toBe('recovery-not-fitting')
  expect(await done(['recover', file('c.veldrecovered'), ...at(field)], forgotten)).toMatchObject({ person: { name: 'A. Bakker' } })
  expect(await done(['call', 'enrolment.status', '{}', ...at(field)], forgotten)).toMatchObject({ kid: null, pass: null })

  expect(await run(['revoke', kid, ...at(office), '--reason', 'onzin'], { env })).toMatchObject({ status: 2, stderr: expect.stringContaining('keyCompromise') })
  expect(await done(['revoke', kid, ...at(office), '--reason', 'superseded'], env)).toMatchObject({ person: { name: 'A. Bakker' } })
  const renewed = await done(['renew', ...at(office)], env)
  await done(['crl', ...at(office), '--out', file('noord.crl')])
  expect(await done(['crl', 'read', file('noord.crl'), ...at(field)], forgotten)).toMatchObject({ number: renewed.number })
  expect(await refused(['revoke', kid, ...at(office), '--reason', 'superseded'], { VELDTOETS_ROOT_PASSPHRASE: ROOT_PASSPHRASE })).toBe('passphrase-wrong')
  const lost = await done([...roll, '--lost'], { VELDTOETS_NEW_ROOT_PASSPHRASE: 'de derde wortel is weer een andere' })
  expect(lost.vouched).toBe(false)
  const stolen = ['root', 'distrust', ...at(field), '--reason', 'De kluis is opengebroken.']
  expect(await refused([...stolen, ...sixth(lost.rootWords)], forgotten)).toBe('words-differ')
  expect(await run([...stolen, ...sixth(rolled.rootWords), '--since', 'gisteren'], { env: forgotten })).toMatchObject({ status: 2, stderr: expect.stringContaining('--since') })
  expect(await done([...stolen, ...sixth(rolled.rootWords)], forgotten)).toMatchObject({ ended: ['Kantoor Noord'], later: [] })
  expect((await run(['root', 'list', ...at(field)], { env: forgotten })).stdout).toMatch(/^Kantoor Noord .* A\. Bakker: De kluis is opengebroken\.$/m)
  expect(readFileSync(file('noord.veldroot'), 'utf8')).not.toContain('PRIVATE')
})
