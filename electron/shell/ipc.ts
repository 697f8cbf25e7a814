import type { IpcMain, IpcMainEvent, MessagePortMain } from 'electron'
import { z } from 'zod'
import type { Run } from '../../shared/api/client.ts'
import { isOwnSender } from './security.ts'

/** What the page sends over the port of a message after it: only that it no longer wants the answer. */
export const CANCEL = 'cancel'

/** What goes back over the port: any number of `progress`, then one of the others. */
export type Reply = { progress: unknown } | { value: unknown } | { refused: string }

/**
 * The only way in. Each message brings a port of its own for its answer. Who is not our page gets none;
 * what does not fit the schema is refused; a handler that throws is answered with its message, and the program goes on.
 */
export function registerIpc<T>(
  ipc: Pick<IpcMain, 'on'>,
  windows: ReadonlySet<number>,
  channel: string,
  schema: z.ZodType<T>,
  handler: (input: T, run: Required<Run>) => Promise<unknown>,
): void {
  ipc.on(channel, (event: IpcMainEvent, message: unknown) => {
    const [port] = event.ports
    if (!port) return
    if (isOwnSender(event, windows)) void converse(port, () => schema.parse(message), handler)
    else port.close()
  })
}

async function converse<T>(port: MessagePortMain, input: () => T, handler: (input: T, run: Required<Run>) => Promise<unknown>): Promise<void> {
  const controller = new AbortController()
  let isOpen = true
  const reply = (answer: Reply) => isOpen && port.postMessage(answer)
  port.on('message', ({ data }) => data === CANCEL && controller.abort())
  port.on('close', () => {
    isOpen = false
    controller.abort()
  })
  port.start()
  try {
    reply({ value: await handler(input(), { signal: controller.signal, onProgress: (progress) => reply({ progress }) }) })
  } catch (error) {
    reply({ refused: error instanceof z.ZodError ? 'input' : String(error) })
  }
  port.close()
}
