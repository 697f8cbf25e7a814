import { readText } from '../json-file.ts'
import { BUNDLE, filesIn } from './bundle-files.ts'
import { type Answer, type Call, optionIn } from './command.ts'
import { refusedAs } from './sentence.ts'
import { type Verification, verifyFiles } from './verify.ts'

/** The largest root certificate or revocation list that is read, in bytes. */
const LARGEST = 1_000_000

/** Checks bundles and folders of them, a line each as they come. */
export async function verifyBundles(call: Call): Promise<Answer> {
  const read = async (name: string) => {
    const path = optionIn(call, name)
    return path === null ? undefined : readText(path, LARGEST)
  }
  const files = await filesIn(call.args, BUNDLE)
  const receipts = await Promise.all((await filesIn([optionIn(call, 'receipt') ?? []].flat(), /\.veldreceipt$/)).map((path) => readText(path, LARGEST)))
  const against = { trust: await read('trust'), crl: await read('crl'), receipts, at: call.host.now() }
  const bundles = await verifyFiles(files, against, { signal: call.run.signal, tell: (one) => call.line(lineOf(one, call)) })
  const verified = bundles.length === files.length && files.length > 0 && bundles.every((bundle) => bundle.verified)
  return { good: verified, json: { verified, bundles }, lines: [] }
}

const lineOf = ({ file, verified, code, details, organisation, signers, received, warnings }: Verification, { language }: Call) => [
  file, verified ? 'verified' : refusedAs({ code, details } as Parameters<typeof refusedAs>[0], language),
  organisation, signers?.map(({ name, statement }) => `${name}: “${statement}”`).join(', '), received && { nl: `ontvangen ${received}`, en: `received ${received}` }[language], warnings.join(' '),
].filter(Boolean).join('  ')
