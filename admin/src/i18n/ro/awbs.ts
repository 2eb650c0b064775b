export const awbs = {
  awbs: {
    title: 'AWB',
    tabs: { ready: 'De generat', doubt: 'Incerte', issued: 'Emise' },
    none: 'Niciun AWB aici',
    none_hint: 'AWB-urile generate din comenzi apar aici.',
    doubt_none: 'Niciun AWB incert',
    doubt_none_hint: 'Când un răspuns al marketplace-ului se pierde, AWB-ul apare aici ca să fie rezolvat.',
    number: 'AWB',
    order: 'Comandă',
    courier: 'Curier',
    parcels: 'Colete',
    cod: 'Ramburs',
    state: 'Stare',
    label: 'Eticheta',
  },
};
