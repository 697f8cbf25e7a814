import { Screen } from '../../ui/Screen.tsx'

export function ImportScreen(_: { role: 'field' | 'office' }) {
  return <Screen title="ImportScreen">{null}</Screen>
}
