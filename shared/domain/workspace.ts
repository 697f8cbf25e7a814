import { z } from 'zod'
import { Person } from './person.ts'

/** A field workspace belongs to inspectors on one device, an office workspace to the office. */
export const WorkspaceRole = z.enum(['field', 'office'])
export type WorkspaceRole = z.infer<typeof WorkspaceRole>

/** The name of a workspace is the name of its folder, so it cannot lead elsewhere. */
export const FolderName = z.string().regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,78}[\p{L}\p{N}_-])?$/u)

export const Passphrase = z.string().min(1).max(1_024)

/** The workspace that is open. `example` is a throw-away one: closing it removes it. */
export const OpenWorkspace = z.strictObject({
  folder: FolderName, role: WorkspaceRole, person: Person, example: z.boolean(),
})
export type OpenWorkspace = z.infer<typeof OpenWorkspace>
