export const invoices = {
  invoices: {
    title: 'Facturi',
    tabs: { issue: 'De emis', issued: 'Emise' },
    number: 'Număr',
    order: 'Comandă',
    issued_at: 'Emisă',
    net: 'Net',
    vat: 'TVA',
    total: 'Total',
    marketplace: 'În marketplace',
    pdf: 'PDF',
    none: 'Nicio factură încă',
    none_hint: 'Facturile emise din comenzi apar aici.',
    reason: {
      'public-url-missing': 'MagFlow nu este accesibil din internet: setează MAGFLOW_PUBLIC_URL',
    },
    state: {
      pending: 'Se așteaptă descărcarea',
      fetched: 'Descărcată de marketplace',
      not_fetched: 'Nedescărcată de marketplace',
      attached: 'Atașată',
      not_attached: 'Neatașată',
      refused: 'Atașare refuzată',
    },
  },
};
