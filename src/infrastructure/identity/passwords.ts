import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const MIN_PASSWORD_LENGTH = 8;
/** Hashing costs time by design; nobody types more than this. */
export const MAX_PASSWORD_LENGTH = 256;

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

let decoy: Promise<string> | undefined;

/** Whether the password is right. Without a hash (no such user) it takes as long and says no. */
export const checkPassword = async (password: string, passwordHash: string | null): Promise<boolean> => {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const isRight = await verify(passwordHash ?? (await decoy), password).catch(() => false);
  return passwordHash !== null && isRight;
};

/** A password that a person can copy from a terminal: 100 bits, no letters that look alike. */
export const oneTimePassword = (): string => {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  const characters: string[] = [];
  while (characters.length < 20) {
    // Rejecting what does not divide evenly keeps every character equally likely.
    for (const byte of randomBytes(32)) {
      if (byte < alphabet.length * 8 && characters.length < 20) characters.push(alphabet[byte % alphabet.length] ?? '');
    }
  }
  return characters.join('').replace(/(.{5})(?=.)/g, '$1-');
};
