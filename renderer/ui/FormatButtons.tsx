import { useTranslation } from 'react-i18next'
import type { ReportFormat } from '../../shared/domain/report-page.ts'

interface Props {
  formats: readonly ReportFormat[]
  disabled: boolean
  /** What the button of a format is called; the format itself unless it says more. */
  labelOf?: (format: string) => string
  onChoose: (format: ReportFormat) => void
}

/** A button for each format in which something can be saved. */
export function FormatButtons({ formats, disabled, labelOf = (format) => format, onChoose }: Props) {
  const { t } = useTranslation()
  return formats.map((format) => <button key={format} type="button" disabled={disabled} onClick={() => onChoose(format)}>{labelOf(t(`report.${format}`))}</button>)
}
