type Env = Readonly<Record<string, string | undefined>>

/** How the program opens, and what is said about it. */
export type Plan =
  | { open: 'electron'; binary: string; say: null }
  | { open: 'window'; browser: string; say: Say }
  | { open: 'address'; say: Say }

const SENTENCES = {
  building: {
    nl: 'Veldtoets wordt gebouwd uit de bronnen; dat duurt enkele seconden.',
    en: 'Building Veldtoets from its sources; this takes a few seconds.',
  },
  fetching: {
    nl: 'Electron wordt eenmalig opgehaald (ongeveer 120 MB); Ctrl-C breekt af.',
    en: 'Fetching Electron, once (about 120 MB); Ctrl-C breaks off.',
  },
  noElectron: {
    nl: 'Electron is niet op te halen; Veldtoets opent in een venster van de browser op deze computer.',
    en: 'Electron cannot be fetched; Veldtoets opens in a window of the browser on this computer.',
  },
  noBrowser: {
    nl: 'Er is geen Electron en geen browser gevonden. Installeer Chromium (Debian: apt-get install chromium), Google Chrome of Microsoft Edge, '
      + 'of open dit adres in een browser op deze computer; Ctrl-C stopt het programma.',
    en: 'Neither Electron nor a browser was found. Install Chromium (Debian: apt-get install chromium), Google Chrome or Microsoft Edge, '
      + 'or open this address in a browser on this computer; Ctrl-C ends the program.',
  },
  noDisplay: {
    nl: 'Er is hier geen beeldscherm. Open dit adres in Chromium, Google Chrome of Microsoft Edge op deze computer '
      + '(Debian: apt-get install chromium, met een grafische omgeving); Ctrl-C stopt het programma.',
    en: 'There is no display here. Open this address in Chromium, Google Chrome or Microsoft Edge on this computer '
      + '(Debian: apt-get install chromium, with a graphical environment); Ctrl-C ends the program.',
  },
} as const
export type Say = keyof typeof SENTENCES
export type Language = 'nl' | 'en'

export const sentenceOf = (language: Language, say: Say): string => SENTENCES[say][language]

/** The language of the person's system; Dutch unless it says another. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Env): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || 'nl'
  return /^en/i.test(locale) ? 'en' : 'nl'
}

/** On Linux a display is announced in the environment; elsewhere there is one. */
export function hasDisplay(platform: NodeJS.Platform, { DISPLAY, WAYLAND_DISPLAY }: Env): boolean {
  return platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY)
}

/** Electron if it is there, else a browser's window, else the address: the first that this machine can show. */
export function planOf({ display, electron, browser }: { display: boolean; electron: string | null; browser: string | null }): Plan {
  if (!display) return { open: 'address', say: 'noDisplay' }
  if (electron) return { open: 'electron', binary: electron, say: null }
  if (browser) return { open: 'window', browser, say: 'noElectron' }
  return { open: 'address', say: 'noBrowser' }
}
