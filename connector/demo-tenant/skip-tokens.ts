import { createHmac } from 'node:crypto';

/** Opaque page tokens, each good for one listing only. */
export interface SkipTokens {
  make(listing: string, offset: number): string;
  /** How many entries to skip; undefined for a token that is made up, altered or of another listing. */
  read(token: string, listing: string): number | undefined;
}

/** Tokens carry their own proof, so that the tenant remembers none of them. */
export function skipTokens(secret: string): SkipTokens {
  const proof = (listing: string, offset: string) =>
    createHmac('sha256', secret).update(`${listing}\u001f${offset}`).digest('base64url').slice(0, 22);
  return {
    make(listing, offset) {
      const where = offset.toString(36);
      return Buffer.from(`${proof(listing, where)}.${where}`).toString('base64url');
    },
    read(token, listing) {
      const [given, where = ''] = Buffer.from(token, 'base64url').toString().split('.');
      return given === proof(listing, where) ? Number.parseInt(where, 36) : undefined;
    },
  };
}
