import type { CourierAccount } from '../model.js';

export interface SellerAddress {
  id: string;
  /** 1 return, 2 pickup, 3 head office, 4 delivery estimates. */
  type: 1 | 2 | 3 | 4;
  localityId: number;
  street: string;
  postcode: string;
  isDefault: boolean;
}

export interface Seller {
  vendorName: string;
  couriers: readonly CourierAccount[];
  addresses: readonly SellerAddress[];
}

const sameday = { courierId: 2, courier: 'Sameday' };
const fan = { courierId: 1, courier: 'FAN Courier' };
const cargus = { courierId: 4, courier: 'Cargus' };

/** What each account has at the marketplace besides offers and orders. */
export const sellers: Readonly<Record<'main' | 'fbe', Seller>> = {
  main: {
    vendorName: 'Prăvălia Demonstrativă',
    couriers: [
      { id: 30_011, name: 'Sameday demo', type: 3, ...sameday, properties: [0, 2], active: 1 },
      { id: 30_012, name: 'FAN Courier demo', type: 2, ...fan, properties: [0, 6], active: 1 },
      { id: 30_013, name: 'Sameday retururi', type: 1, ...sameday, properties: [0], active: 1 },
      { id: 30_014, name: 'Cargus demo (vechi)', type: 3, ...cargus, properties: [0], active: 0 },
    ],
    addresses: [
      { id: '700112', type: 2, localityId: 4027, street: 'Str. Fabricii nr. 7', postcode: '400001', isDefault: true },
      {
        id: '700113',
        type: 1,
        localityId: 4031,
        street: 'Str. Avram Iancu nr. 410',
        postcode: '407280',
        isDefault: true,
      },
      { id: '700114', type: 3, localityId: 4027, street: 'Bd. Eroilor nr. 16', postcode: '400129', isDefault: true },
    ],
  },
  fbe: {
    vendorName: 'Prăvălia Demonstrativă FBE',
    couriers: [{ id: 31_011, name: 'Sameday retururi', type: 1, ...sameday, properties: [0], active: 1 }],
    addresses: [
      { id: '701112', type: 3, localityId: 4027, street: 'Bd. Eroilor nr. 16', postcode: '400129', isDefault: true },
      {
        id: '701113',
        type: 1,
        localityId: 5514,
        street: 'Șos. Olteniței nr. 220',
        postcode: '077160',
        isDefault: true,
      },
    ],
  },
};

/** Where locker parcels go, whatever account was asked for (reference §18.1). */
export const lockerCourierId = 30_011;
