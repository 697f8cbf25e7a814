import type { Client } from '../../shared/api/client.ts'

type Gap = Awaited<ReturnType<Client['bundle']['gaps']>>[number]

/** Which numbers lack among the bundles that came in, a line for each device. */
export const linesOfGaps = (gaps: readonly Gap[]) =>
  gaps.map(({ inspection, device, writer, missing, arrived }) => `${inspection}  ${writer ?? device}  - ${missing.map(({ number, what }) => (what ? `${number} (${what})` : number)).join(', ')}  + ${arrived.join(', ')}`)
