import { useAddresses, useFilters, type AddressQuery } from '@workplan/shell'

/** Addresses of the levels page that stay with the round it looks at. */
export function useLevelAddress(): (query: AddressQuery) => string {
  const addresses = useAddresses()
  const { filters } = useFilters({ keys: ['round', 'compare'] })
  return (query) => addresses.page('levels', { ...filters.value, ...query })
}
