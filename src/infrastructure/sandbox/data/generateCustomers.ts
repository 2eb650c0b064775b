import type { Customer, Place } from '../model.js';
import { banks, companyStems, familyNames, menNames, womenNames } from './people.js';
import { localities, localityWeights, streets } from './places.js';
import type { SeededRandom } from './seededRandom.js';

/** Romanian fiscal codes end in a check digit over the key 753217532. */
const fiscalCode = (random: SeededRandom): string => {
  const body = String(random.int(1_400_000, 4_999_999));
  const key = '753217532'.slice(-body.length);
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) sum += Number(body[i]) * Number(key[i]);
  return `${body}${((sum * 10) % 11) % 10}`;
};

/** ISO 13616 with the right check digits. */
const iban = (random: SeededRandom, bank: string): string => {
  let account = '';
  for (let i = 0; i < 16; i += 1) account += String(random.int(0, 9));
  const digits = `${bank}${account}RO00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `RO${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${bank}${account}`;
};

export const makePlace = (random: SeededRandom): Place => {
  const locality = localities[random.weighted(localityWeights)];
  if (!locality) throw new RangeError('no locality');
  const flat = random.chance(0.55)
    ? `, bl. ${random.pick(['A', 'B', 'C', 'M', 'P'])}${random.int(1, 48)}, sc. ${random.int(1, 4)}, ap. ${random.int(1, 64)}`
    : '';
  return {
    country: 'RO',
    county: locality.county,
    city: locality.name,
    localityId: locality.id,
    street: `${random.pick(streets)} nr. ${random.int(1, 148)}${flat}`,
    postcode: String(Number(locality.postcode) + random.int(0, 40)).padStart(6, '0'),
  };
};

const phone = (random: SeededRandom): string => `+407${String(random.int(20_000_000, 89_999_999))}`;

/** Customers of the whole platform; both accounts sell to them, and many come back. */
export const generateCustomers = (random: SeededRandom, count: number, created: number): Customer[] =>
  Array.from({ length: count }, (_, index): Customer => {
    const gender = random.chance(0.52) ? 'F' : 'M';
    const name = `${random.pick(gender === 'F' ? womenNames : menNames)} ${random.pick(familyNames)}`;
    const [bank, bankCode] = random.pick(banks);
    const isCompany = random.chance(0.11);
    const code = isCompany ? fiscalCode(random) : '';
    const companyName = isCompany ? `${random.pick(companyStems)} ${random.int(1, 99)} SRL` : '';
    return {
      id: 7_000_101 + index * 3,
      mktId: 9_000_701 + index * 7,
      name,
      gender,
      email: `${random.hex(16)}@client.emag-demo.example`,
      phone: phone(random),
      company: isCompany
        ? {
            name: companyName,
            code,
            registration: `J${String(random.int(1, 52)).padStart(2, '0')}/${random.int(100, 9900)}/${random.int(1998, 2024)}`,
            bank,
            iban: iban(random, bankCode),
            vatPayer: random.chance(0.75) ? 1 : 0,
          }
        : null,
      billing: makePlace(random),
      created: created - random.int(1, 900) * 86_400_000,
    };
  });
