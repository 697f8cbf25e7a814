import { useLocation } from 'wouter'
import { addressOf, sourceIdOf } from './sources.ts'

interface Props {
  inspection: string
  source: { id: string; kind: string; label: string | null; title: string }
}

/** Goes to a source: beside the judging where it stands there, or else on its own screen. */
export function Cited({ inspection, source }: Props) {
  const [, navigate] = useLocation()
  const go = () => {
    const beside = document.getElementById(sourceIdOf(source.id))
    const address = addressOf(inspection, source)
    beside?.scrollIntoView({ block: 'nearest' })
    beside?.focus()
    if (!beside && address) navigate(address)
  }
  return <button type="button" data-quiet onClick={go}>[{source.label}] {source.title}</button>
}
