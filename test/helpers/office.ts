import { join } from 'node:path'
import { judgeExample } from '../../electron/example.ts'
import { type Laptop, openLaptop, openTestFolder } from './backend.ts'

export const ROOT_PASSPHRASE = 'de wortel ligt in de kluis van het bureau'

/** An office with its root. */
export async function openOffice(): Promise<Laptop> {
  const office = await openLaptop('Bureau', 'office')
  await office.api.enrolment.makeRoot({ name: 'Landelijk toezicht jeugd', rootPassphrase: ROOT_PASSPHRASE })
  return office
}

/** Carries request and pass between a laptop and an office, as files, with the words confirmed on both sides. */
export async function enrol(laptop: Laptop, office: Laptop): Promise<void> {
  const folder = openTestFolder()
  const [request, pass] = [join(folder, 'a.veldrequest'), join(folder, 'a.veldpass')]
  const { words } = await laptop.api.enrolment.request({ file: request })
  await office.api.enrolment.grant({ request, words, rootPassphrase: ROOT_PASSPHRASE, file: pass })
  const { rootWords } = await laptop.api.enrolment.readPass({ file: pass })
  await laptop.api.enrolment.acceptPass({ file: pass, rootWords })
}

export async function openEnrolled(office: Laptop, name = 'A. Bakker'): Promise<Laptop> {
  const laptop = await openLaptop(name)
  await enrol(laptop, office)
  return laptop
}

/** A laptop on which both rounds of the worked case are judged. */
export async function openJudged(office: Laptop) {
  const laptop = await openEnrolled(office)
  const inspections = await judgeExample(laptop.api)
  const [first, retest] = [...inspections.values()] as [string, string]
  return { laptop, first, retest }
}

/** Writes a bundle to a file of its own. */
export async function handOver({ api }: Laptop, inspection: string, name = 'bundle.veldtoets'): Promise<string> {
  const file = join(openTestFolder(), name)
  await api.bundle.handOver({ inspection, file, plain: true })
  return file
}

export async function exchange({ api }: Laptop, inspection: string, buildsOn: string | null = null): Promise<string> {
  const file = join(openTestFolder(), 'werk.veldtoets')
  await api.bundle.exchange({ inspection, file, buildsOn })
  return file
}
