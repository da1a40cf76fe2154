import { z } from 'zod';
import { isNeverPartner } from './never-partners.ts';

/**
 * What kind of organisation a partner may be. A closed list, and short on purpose: a union, a newsroom, a health service
 * or an authority that supervises us is none of these, since contact with it can tell what nobody may know.
 */
export const PARTNER_KINDS = [
  'public-administration',
  'education',
  'research',
  'supplier',
  'business',
  'voluntary-organisation',
] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** What is kept of anybody at a partner organisation: the organisation's own word in the scope, and nobody's address. */
export type PartnerWord = `partner:${string}`;

const PREFIX = 'partner:';
/** Letters and hyphens alone: no address, number or object id can stand where an organisation's word belongs. */
const WORD = /^[a-zæøå]+(?:-[a-zæøå]+)*$/;
const LONGEST_WORD = 40;
/** As written in an address: lower case, international names in their ASCII form. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const MOST_PARTNERS = 30;
const MOST_DOMAINS = 30;

/**
 * The organisations that acts may be told apart by, as a scope lists them. A domain stands for itself alone: its
 * subdomains are listed one by one, because whole sectors share an ending (every `….kommune.no` is somebody else's).
 */
export const partnerOrganisations = z
  .array(
    z.object({
      name: z.string().max(LONGEST_WORD).regex(WORD),
      /** A scope may be read without; it is not proposed without. */
      kind: z.enum(PARTNER_KINDS).optional(),
      domains: z
        .array(
          z
            .string()
            .regex(DOMAIN)
            .refine((domain) => !isNeverPartner(domain)),
        )
        .min(1)
        .max(MOST_DOMAINS),
    }),
  )
  .max(MOST_PARTNERS)
  .refine((partners) => areDistinct(partners.map(({ name }) => name)))
  .refine((partners) => areDistinct(partners.flatMap(({ domains }) => domains)));

export const PARTNER_ORGANISATIONS_FORM = `absent, or a list of at most ${String(MOST_PARTNERS)} objects { "name": a word of letters a to å in lower case and hyphens, "kind": one of ${PARTNER_KINDS.join(', ')}, "domains": [1 to ${String(MOST_DOMAINS)} domains in lower case, each subdomain by itself] }, no name and no domain twice; never a union, a newsroom, a health service or a supervisory authority`;

export type PartnerOrganisations = Readonly<z.infer<typeof partnerOrganisations>>;

/** Which word each listed domain stands for. */
export function partnerDomains(partners: PartnerOrganisations): Map<string, PartnerWord> {
  return new Map(
    partners.flatMap(({ name, domains }) =>
      domains.map((domain): [string, PartnerWord] => [domain, `${PREFIX}${name}`]),
    ),
  );
}

/** Whether a text has the shape of a partner's word. */
export function isPartnerWord(text: string): text is PartnerWord {
  return text.startsWith(PREFIX) && text.length <= PREFIX.length + LONGEST_WORD && WORD.test(text.slice(PREFIX.length));
}

/**
 * The one door by which a stored word comes back; it checks the shape.
 *
 * @throws TypeError, without quoting the text, when it is not shaped like a partner's word
 */
export function readPartnerWord(text: string): PartnerWord {
  if (!isPartnerWord(text)) throw new TypeError("Something that is not a partner's word stood where one belongs.");
  return text;
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
