import { open } from 'node:fs/promises'
import { frameworkFromCiso, isCiso } from '../../../../shared/domain/framework-ciso.ts'
import { type FileFault, type FileNote, faultInWords, MOST_FAULTS } from '../../../../shared/domain/framework-file.ts'
import { frameworkFromList, isList } from '../../../../shared/domain/framework-list.ts'
import { placeInFile } from '../../../../shared/domain/framework-place.ts'
import { frameworkFromSheets } from '../../../../shared/domain/framework-from-sheets.ts'
import { frameworkFromOscal, isOscal } from '../../../../shared/domain/framework-oscal.ts'
import { faultsIn, type Framework } from '../../../../shared/domain/framework.ts'
import { appError } from '../../../../shared/errors.ts'
import { readText } from '../../../json-file.ts'
import { valueOf } from './text.ts'
import { readSheets } from './workbook.ts'

/** The largest framework file that is read as text, in bytes: some 5,000 expectations. */
const LARGEST = 20_000_000

export type FileKind = 'json' | 'yaml' | 'xlsx' | 'list' | 'oscal' | 'ciso'

/** Kinds that say nothing of scales and rule, so that a person must decide on these first. */
export const UNRULED: readonly FileKind[] = ['list', 'oscal', 'ciso']

/** What a framework file held. `notes` say what was read otherwise than it stood there, or has no place in a framework. */
export interface FrameworkFile {
  readonly framework: Framework
  readonly kind: FileKind
  readonly notes: FileNote[]
}

/**
 * Reads a framework from whatever kind of file it is, told by its content and not by its name. Errors: `framework-faulty` with everything
 * that is wrong, `not-a-framework`, `catalog-unreadable`, and those of reading a file.
 */
export async function readFramework(path: string): Promise<FrameworkFile> {
  if (await isZip(path)) {
    const sheets = await readSheets(path)
    const isOnlyList = isList(sheets)
    const { framework, faults, notes } = isOnlyList ? frameworkFromList(sheets) : frameworkFromSheets(sheets)
    assertSound(faults)
    return { framework: framework!, kind: isOnlyList ? 'list' : 'xlsx', notes }
  }
  const text = await readText(path, LARGEST)
  const value = valueOf(text)
  if (typeof value !== 'object' || value === null) throw appError('not-a-framework', {})
  if (isOscal(value)) return catalogFrom('oscal', frameworkFromOscal(value))
  if (isCiso(value)) return catalogFrom('ciso', frameworkFromCiso(value))
  assertSound(faultsIn(value).map((fault) => faultInWords(value, fault)))
  return { framework: value as Framework, kind: /^\s*\{/.test(text) ? 'json' : 'yaml', notes: [] }
}

function catalogFrom(kind: 'oscal' | 'ciso', read: ReturnType<typeof frameworkFromOscal>): FrameworkFile {
  if ('where' in read) throw appError('catalog-unreadable', { kind, where: placeInFile(read.where).slice(0, 80) })
  assertSound(faultsIn(read.framework).map((fault) => faultInWords(read.framework, fault)))
  return { ...read, kind }
}

/** Refuses a file in which anything is wrong, with all of it at once. Errors: `framework-faulty`. */
export function assertSound(faults: readonly FileFault[]): void {
  if (faults.length > 0) throw appError('framework-faulty', { count: faults.length, faults: faults.slice(0, MOST_FAULTS) })
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.toString('latin1') === 'PK'
  } finally {
    await file.close()
  }
}
