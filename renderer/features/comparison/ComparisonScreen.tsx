import { Screen } from '../../ui/Screen.tsx'

export function ComparisonScreen(_: { inspection: string }) {
  return <Screen title="ComparisonScreen">{null}</Screen>
}
