import { randomBytes } from 'node:crypto';
import { municipality } from './demo-tenant/municipality/municipality.ts';
import { inventedAttacks, type InventedReport } from './invented-attacks.ts';

const GUESSES = 400;

/** The invented municipality, attacked with the truth in hand and fresh noise. */
export function attackedMunicipality(): InventedReport {
  return inventedAttacks(municipality({ today: Date.now() }), { guesses: GUESSES, random: randomBytes });
}
