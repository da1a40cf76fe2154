/** The organisations the municipality works with most, as its scope lists them. */
export const PARTNERS = [
  { name: 'fylket', domains: ['fylket.example'] },
  { name: 'sykehus', domains: ['sykehus.example'] },
];
