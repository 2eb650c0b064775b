import type { Category, CategoryDetails, Characteristic, FamilyType } from '../../application/ports/marketplace.js';
import {
  booleanOrNull,
  displayText,
  idOrNull,
  integerOrNull,
  listOf,
  objectOf,
  required,
  rowsOf,
  textOf,
  type RawObject,
} from './rawValues.js';

/** @throws UnreadableRow when it has no id or no name */
export const readCategory = (row: unknown): Category => {
  const raw = objectOf(row);
  return {
    categoryId: required(idOrNull(raw['id']), 'id', raw['id']),
    name: required(displayText(raw['name']) || null, 'name', raw['name']),
    parentId: idOrNull(raw['parent_id']),
    isAllowed: booleanOrNull(raw['is_allowed']) ?? false,
    isEanMandatory: booleanOrNull(raw['is_ean_mandatory']) ?? false,
    isWarrantyMandatory: booleanOrNull(raw['is_warranty_mandatory']) ?? false,
  };
};

/** Strings in the documentation, possibly objects with a `value` (reference §26 row 20). */
const valueOf = (value: unknown): string =>
  displayText(typeof value === 'object' ? (objectOf(value)['value'] ?? objectOf(value)['name']) : value);

const valuesOf = (values: unknown): readonly string[] =>
  (Array.isArray(values) ? values : Object.values(objectOf(values))).map(valueOf).filter((text) => text !== '');

const characteristicOf = (raw: RawObject): Characteristic[] => {
  const characteristicId = idOrNull(raw['id']);
  if (characteristicId === null) return [];
  return [
    {
      characteristicId,
      name: displayText(raw['name']),
      type: integerOrNull(raw['type_id']),
      displayOrder: integerOrNull(raw['display_order']),
      isMandatory: booleanOrNull(raw['is_mandatory']) ?? false,
      isFilter: booleanOrNull(raw['is_filter']) ?? false,
      allowsNewValues: booleanOrNull(raw['allow_new_value']) ?? false,
      values: valuesOf(raw['values']),
      tags: Array.isArray(raw['tags']) ? raw['tags'].map(textOf).filter((tag) => tag !== '') : [],
    },
  ];
};

const familyTypeOf = (raw: RawObject): FamilyType[] => {
  const familyTypeId = idOrNull(raw['id']);
  if (familyTypeId === null) return [];
  const characteristicIds = listOf(raw['characteristics']).flatMap((one) => idOrNull(one['characteristic_id']) ?? []);
  return [{ familyTypeId, name: displayText(raw['name']), characteristicIds }];
};

/** @throws UnreadableRow as `readCategory` */
export const readCategoryDetails = (row: unknown): CategoryDetails => {
  const raw = objectOf(row);
  return {
    ...readCategory(raw),
    characteristics: rowsOf(raw['characteristics']).map(objectOf).flatMap(characteristicOf),
    familyTypes: rowsOf(raw['family_types']).map(objectOf).flatMap(familyTypeOf),
  };
};
