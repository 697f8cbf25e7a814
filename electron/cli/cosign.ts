import { sixWords } from '../crypto/words.ts'
import { AppError, appError } from '../../shared/errors.ts'
import { type Answer, type Call, optionIn, optionOf } from './command.ts'

/** Signs a bundle that asks for it, once its six words were given; without them it tells what would be signed, and signs nothing. */
export async function cosign(call: Call): Promise<Answer> {
  const { api, args: [file = ''], run } = call
  const words = optionIn(call, 'words')
  const [arrival] = await api.bundle.import({ files: [file] }, run)
  if (!arrival?.contents) throw arrival?.failure ? new AppError(arrival.failure) : appError('file-gone', {})
  const { manifest } = arrival.contents
  const review = await api.bundle.review({ manifest }, run)
  const spoken = sixWords(manifest).join(' ')
  if (words === null) return { good: true, json: { manifest, words: spoken.split(' '), review }, lines: linesOf(review, spoken) }
  if (words.trim().split(/\s+/).join(' ') !== spoken) throw appError('words-differ', {})
  const { complete } = await api.bundle.cosign({ manifest }, run)
  const out = optionOf(call, 'out')
  await api.bundle.write({ manifest, file: out, plain: !out.endsWith('.age') }, run)
  return { good: true, json: { manifest, file: out, complete, review }, lines: [`${out}  ${manifest}`] }
}

const linesOf = ({ organisation, framework, madeAt, met, assessed, outcome, differs }: Awaited<ReturnType<Call['api']['bundle']['review']>>, words: string) => [
  words, `${organisation}  ${framework}  ${madeAt}`, `${met}/${assessed}  ${outcome ?? '-'}`,
  ...differs.map(({ entityId, field }) => `≠ ${entityId} ${field}`),
]
