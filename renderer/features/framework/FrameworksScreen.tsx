import { Screen } from '../../ui/Screen.tsx'

export function FrameworksScreen() {
  return <Screen title="FrameworksScreen">{null}</Screen>
}
