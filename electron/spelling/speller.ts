import { Worker } from 'node:worker_threads'
import type { ReportLanguage } from '../../shared/domain/report-text.ts'

/** What the thread that spells is asked: which of some words nobody knows, `own` being known here, or what may have been meant. */
export type SpellingQuestion = { language: ReportLanguage } & ({ words: readonly string[]; own: readonly string[] } | { suggest: string })
export interface SpellingAnswer {
  id: number
  words: string[]
}

interface Waiting {
  resolve: (words: string[]) => void
  reject: (error: unknown) => void
}

/** The thread with what it has not answered yet: reading a dictionary takes a second and 60 MB, and a suggestion up to a second, in which nothing else may wait. */
interface Thread {
  worker: Worker
  waiting: Map<number, Waiting>
}

let running: Thread | null = null
let asked = 0

/** The words that neither the dictionary of a language, nor the words of the field, nor `own` has. */
export const unknownAmong = (language: ReportLanguage, words: readonly string[], own: readonly string[] = []): Promise<string[]> => ask({ language, words, own })

/** What may have been meant, likeliest first. */
export const suggestionsFor = (language: ReportLanguage, word: string): Promise<string[]> => ask({ language, suggest: word })

function ask(question: SpellingQuestion): Promise<string[]> {
  const { worker, waiting } = (running ??= start())
  return new Promise((resolve, reject) => {
    const id = ++asked
    waiting.set(id, { resolve, reject })
    worker.ref() // the program ends while nothing is asked
    worker.postMessage({ id, ...question })
  })
}

function start(): Thread {
  const worker = new Worker(new URL('./spelling-thread.ts', import.meta.url))
  const thread: Thread = { worker, waiting: new Map() }
  worker.on('message', ({ id, words }: SpellingAnswer) => {
    thread.waiting.get(id)?.resolve(words)
    thread.waiting.delete(id)
    if (thread.waiting.size === 0) worker.unref()
  })
  worker.on('error', (error) => {
    if (running === thread) running = null // the next question starts another
    for (const { reject } of thread.waiting.values()) reject(error)
  })
  return thread
}
