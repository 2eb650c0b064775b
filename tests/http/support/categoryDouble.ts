import type { Category, CategoryDetails, CategoryLanguage, Page } from '../../../src/application/ports/marketplace.js';

export const categoryCount = 130;

const nameOf = (number: number): string =>
  number === 77 ? 'Rucsacuri drumeție' : `Categoria ${String(number).padStart(3, '0')}`;

const category = (number: number, language: CategoryLanguage | null): Category => ({
  categoryId: String(number),
  name: language === 'en' ? `Category ${String(number).padStart(3, '0')}` : nameOf(number),
  parentId: number > 100 ? '7' : null,
  isAllowed: number % 10 !== 0,
  isEanMandatory: true,
  isWarrantyMandatory: false,
});

/** 130 categories on two pages, the highest id first. */
export const categoryPage = (page: number, language: CategoryLanguage | null): Page<Category> => {
  const numbers = Array.from({ length: categoryCount }, (_, index) => categoryCount - index);
  const items = numbers.slice((page - 1) * 100, page * 100).map((number) => category(number, language));
  return { items, rows: items.length, parked: 0 };
};

export const categoryDetails = (id: string): CategoryDetails | null =>
  Number(id) > categoryCount
    ? null
    : {
        ...category(Number(id), null),
        characteristics: [
          {
            characteristicId: '5401',
            name: 'Culoare',
            type: 11,
            displayOrder: 1,
            isMandatory: true,
            isFilter: true,
            allowsNewValues: false,
            values: ['Negru', 'Verde'],
            tags: [],
          },
        ],
        familyTypes: [{ familyTypeId: '212', name: 'Culoare', characteristicIds: ['5401'] }],
      };
