/** The organisations the municipality works with most, as its scope lists them; never one of those no scope may list. */
export const PARTNERS = [
  { name: 'fylket', kind: 'public-administration' as const, domains: ['fylket.example'] },
  { name: 'nabokommunen', kind: 'public-administration' as const, domains: ['nabokommunen.example'] },
];
