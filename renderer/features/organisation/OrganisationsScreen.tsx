import { Screen } from '../../ui/Screen.tsx'

export function OrganisationsScreen() {
  return <Screen title="OrganisationsScreen">{null}</Screen>
}
