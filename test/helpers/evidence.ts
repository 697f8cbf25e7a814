import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Laptop, openTestFolder } from './backend.ts'

/** Takes bytes in from a file of this name. */
export async function addFile({ api }: Laptop, inspection: string, bytes: Buffer, name = 'IMG_0001.JPG') {
  const file = join(openTestFolder(), name)
  writeFileSync(file, bytes)
  return api.evidence.add({ inspection, file, derivedFrom: null, scanOf: null })
}

/** What the page gets when it asks for a handle. */
export async function fetchEvidence({ backend }: Laptop, handle: string | null, range: string | null = null) {
  const response = await backend.evidence({ method: 'GET', rest: handle ?? '', range, name: '', body: null })
  return { status: response.status, headers: Object.fromEntries(response.headers), bytes: Buffer.from(await response.arrayBuffer()) }
}

/** The bytes of evidence as the page would see them. */
export async function bytesOf(laptop: Laptop, inspection: string, evidence: string): Promise<Buffer> {
  const { handle } = await laptop.api.evidence.view({ inspection, evidence })
  return (await fetchEvidence(laptop, handle)).bytes
}

/** All files of a folder and what is in it, by path. */
export function filesIn(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
  return new Map(paths.filter((path) => statSync(path).isFile()).map((path) => [path, readFileSync(path)]))
}

/** The sealed files of a workspace. */
export const sealedIn = ({ home }: Pick<Laptop, 'home'>): string[] => {
  try {
    return readdirSync(join(home, 'werk', 'evidence'))
  } catch {
    return []
  }
}
