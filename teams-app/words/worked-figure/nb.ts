/** Bokmål of how one released figure is worked out again; it comes with the page about the data. */
export const nb = {
  title: 'Regn etter selv',
  headline: (period: string) =>
    `Dette er det første tallet på oversikten for ${period}. Alt som trengs for å regne det ut på nytt, står her.`,
  largest: (period: string) =>
    `Dette er det største tallet i tabellen over fast kontakt for ${period}. Alt som trengs for å regne det ut på nytt, står her.`,
  released: 'Det som ble publisert. Støyen er med.',
  row: (name: string, count: string, heads: string) => `${name}: ${count} av ${heads} ansatte`,
  sum: 'Lagt sammen',
  noise: 'Støyen',
  noiseText: (rows: string) => `Hver rad har sin egen støy. Derfor vokser den med roten av antall rader, her ${rows}.`,
  noiseOfOne: 'Hver rad har sin egen støy. Her er det én rad.',
  interval: 'Spennet',
  intervalText: (heads: string) =>
    `Ni av ti ganger rommer det tallet fra før støyen kom til. Det går aldri under 0 eller over ${heads}.`,
  floor: 'Minste rad',
  floorText: 'Så mange ansatte må en rad ha. Da er støyen liten mot raden.',
  price: 'Prisen',
  priceText: 'Så mye av budsjettet for et år kostet hele tabellen.',
};

export type WorkedFigureWords = typeof nb;
