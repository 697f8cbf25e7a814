import { useLocation } from 'wouter'
import { addressOf, sourceIdOf } from './sources.ts'

interface Props {
  inspection: string
  source: { id: string; kind: string; label: string | null; title: string }
  /** Where in it, when that was said; it is shown in its own file or its scan. */
  page: number | null
  scan: string | null
}

/** Goes to a source: to the page that is cited, or beside the judging where it stands there, or else to its own screen. */
export function Cited({ inspection, source, page, scan }: Props) {
  const [, navigate] = useLocation()
  const go = () => {
    const beside = page === null ? document.getElementById(sourceIdOf(source.id)) : null
    beside?.scrollIntoView({ block: 'nearest' })
    beside?.focus()
    if (beside) return
    navigate(page !== null && scan !== null ? addressOf(inspection, { kind: 'document', id: scan }, page) : addressOf(inspection, source, page))
  }
  return <button type="button" data-quiet onClick={go}>[{source.label}]{page !== null && ` p. ${page}`} {source.title}</button>
}
